import { describe, expect, it } from 'vitest'
import { asteriskName, mailboxOfFolders, readSidecar, SIDECAR_BYTES } from '../../main/intake/asterisk.ts'
import { sample } from './samples.ts'

const SOURCE = { is: 'sidecar', fileName: 'msg0003.txt' }
const sure = (value: unknown) => ({ value, source: SOURCE, certainty: 'sure' })
const likely = (value: unknown) => ({ value, source: SOURCE, certainty: 'likely' })

const read = (text: string, encoding: BufferEncoding = 'utf8') =>
  readSidecar(new Uint8Array(Buffer.from(text, encoding)), 'msg0003.txt')
const withLine = (line: string) => read(`[message]\n${line}\n`)

describe('a sidecar of Asterisk', () => {
  it('tells everything about its message', () => {
    const text = `;
; Message Information file
;
[message]
origmailbox=200
context=macro-vm
exten=s-NOANSWER
rdnis=5555550199
priority=2
callerchan=PJSIP/trunk-0000001a
callerid="Jane Doe" <5555550142>
origdate=Tue Mar  5 02:03:04 PM UTC 2024
origtime=1709647384
category=
msg_id=1709647384-00000003
flag=
duration=17
`
    const facts = {
      theirNumber: sure('5555550142'),
      theirName: sure('Jane Doe'),
      ourNumber: likely('5555550199'),
      startedAt: sure('2024-03-05T14:03:04Z'),
      durationSeconds: sure(17),
      id: sure('1709647384-00000003'),
      direction: sure('inbound'),
    }
    expect(read(text)).toEqual(facts)
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(facts)
    expect(read(text.replaceAll('\n', '\r'))).toEqual(facts)
    expect(read(`\ufeff${text}`)).toEqual(facts)
  })

  it('is read from the files of the demo', () => {
    const facts = readSidecar(sample('asterisk/200/INBOX/msg0001.txt'), 'msg0001.txt')
    expect(facts?.theirName?.value).toBe('O"Brien; Sam')
    expect(facts?.priority?.value).toBe('urgent')
    expect(facts?.ourNumber?.value).toBe('+15555550199')
  })

  it.each([
    ['"Jane Doe" <5555550142>', '5555550142', 'Jane Doe'],
    ['Jane Doe <5555550142>', '5555550142', 'Jane Doe'],
    ['5555550142', '5555550142', undefined],
    ['+1 (555) 555-0142', '+1 (555) 555-0142', undefined],
    ['Jane Doe', undefined, 'Jane Doe'],
    ['"Jane Doe"', undefined, 'Jane Doe'],
    ['Unknown', undefined, undefined],
    ['', undefined, undefined],
    ['"" <5555550142>', '5555550142', undefined],
    ['"5555550142" <5555550142>', '5555550142', undefined],
    ['"Jane Doe" <>', undefined, 'Jane Doe'],
    ['"Anonymous" <anonymous>', undefined, undefined],
    ['"Jane Doe" <0000000000>', undefined, 'Jane Doe'],
    ['"Bob in Sales" <201>', '201', 'Bob in Sales'],
    ['<5555550142>', '5555550142', undefined],
    [String.raw`"Jane \"JJ\" Doe" <5555550142>`, '5555550142', 'Jane "JJ" Doe'],
    [String.raw`"Back\\slash" <5555550142>`, '5555550142', String.raw`Back\slash`],
    ['"Jane "JJ" Doe" <5555550142>', '5555550142', 'Jane "JJ" Doe'],
    ['"Jane <home> Doe" <5555550142>', '5555550142', 'Jane <home> Doe'],
    ['"Doe; Jane" <5555550142>', '5555550142', 'Doe; Jane'],
    ['"a=b" <5555550142>', '5555550142', 'a=b'],
    ['"Jane\u202e\u0007 Doe" <%2B15555550142>', '+15555550142', 'Jane Doe'],
    ['"Jane" <sip:jane@example.com>', undefined, 'Jane'],
  ])('understands callerid=%s', (callerid, number, name) => {
    const facts = withLine(`callerid=${callerid}`)
    expect(facts?.theirNumber?.value).toBe(number)
    expect(facts?.theirName?.value).toBe(name)
    expect(facts?.withheld?.value).toBe(number === undefined ? true : undefined)
  })

  it('says nothing about the caller without a callerid', () => {
    expect(read('[message]\n')).toEqual({ direction: sure('inbound') })
  })

  it('takes the mailbox for the number rung, but a full redirecting number before it', () => {
    const called = (rdnis: string) => read(`[message]\norigmailbox=200\nrdnis=${rdnis}\n`)?.ourNumber?.value
    expect(called('unknown')).toBe('200')
    expect(called('')).toBe('200')
    expect(called('300')).toBe('200')
    expect(called('5555550199')).toBe('5555550199')
  })

  it('has no duration while the message is being recorded', () => {
    const facts = read('[message]\ncallerid=5555550142\norigtime=1709647384\n')
    expect(facts?.durationSeconds).toBeUndefined()
    expect(facts?.startedAt?.value).toBe('2024-03-05T14:03:04Z')
  })

  it.each([
    'duration=-1',
    'duration=1.5',
    'duration=',
    'duration=999999999',
    'origtime=soon',
    'origtime=0',
    'msg_id=3',
    'flag=Later',
  ])('passes over %s', (line) => {
    expect(withLine(line)).toEqual({ direction: sure('inbound') })
  })

  it('reads UTF-8, and Latin-1 where it is none', () => {
    const text = '[message]\ncallerid="Jörg Müller" <5555550142>\n'
    expect(read(text)?.theirName?.value).toBe('Jörg Müller')
    expect(read(text, 'latin1')?.theirName?.value).toBe('Jörg Müller')
  })

  it('cuts no value at a semicolon, but leaves out lines that begin with one', () => {
    const facts = read('; a comment\n[message]\n;callerid=5555550100\ncallerid="A; B" <5555550142>\n')
    expect(facts).toMatchObject({ theirNumber: sure('5555550142'), theirName: sure('A; B') })
  })

  it('reads the message section only, and the first of two values', () => {
    const facts = read('[other]\nduration=1\n[message]\nduration=2\nduration=3\n[last]\nduration=4\n')
    expect(facts?.durationSeconds?.value).toBe(2)
  })

  it.each(['', 'duration=17\n', 'Shopping list\n- milk\n', '[messages]\nduration=17', 'see [message]\nduration=17'])(
    'is none without its section: %j',
    (text) => {
      expect(read(text)).toBeNull()
    },
  )

  it('is none when it is far too long', () => {
    expect(read(`[message]\n${'x'.repeat(SIDECAR_BYTES)}`)).toBeNull()
  })

  it('takes names of built-in things for plain text', () => {
    expect(read('[message]\n__proto__=1\nconstructor=2\nduration=3\n')?.durationSeconds?.value).toBe(3)
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  })
})

describe('a name in the store of Asterisk', () => {
  it.each([
    ['msg0003.wav', { is: 'message' }],
    ['msg0003.WAV', { is: 'message' }],
    ['msg0003 (1).gsm', { is: 'message' }],
    ['msg0003(1).gsm', { is: 'message' }],
    ['msg0003 - Copy.mp3', { is: 'message' }],
    ['msg0003.txt', { is: 'sidecar' }],
    ['msgintro0003.wav', { is: 'greeting', of: 'forwarder' }],
    ['greet.wav', { is: 'greeting', of: 'mailbox' }],
    ['busy.WAV', { is: 'greeting', of: 'mailbox' }],
    ['unavail.gsm', { is: 'greeting', of: 'mailbox' }],
    ['temp.wav', { is: 'greeting', of: 'mailbox' }],
    ['greet.txt', null],
    ['greeting.wav', null],
    ['msg003.wav', null],
    ['msg00031.wav', null],
    ['msg_0003.wav', null],
    ['msg0003', null],
    ['msg0003.html', null],
  ])('%s', (name, expected) => {
    expect(asteriskName(name)).toEqual(expected)
  })
})

describe('the folders of a message', () => {
  it('name its mailbox', () => {
    const fact = { value: '200', source: { is: 'folderName', folderName: '200' }, certainty: 'likely' }
    expect(mailboxOfFolders('200', 'INBOX')).toEqual({ ourNumber: fact })
    expect(mailboxOfFolders('200', 'Cust5')).toEqual({ ourNumber: fact })
  })

  it.each([
    ['200', 'Downloads'],
    ['jane', 'INBOX'],
    ['5555550142', 'INBOX'],
    ['', 'INBOX'],
  ])('tell nothing in %s/%s', (mailbox, folder) => {
    expect(mailboxOfFolders(mailbox, folder)).toEqual({})
  })
})
