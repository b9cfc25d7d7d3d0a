import { describe, expect, it } from 'vitest'
import { displayName, splitExtension, withoutCopyMarks } from '../../main/intake/file-name.ts'

const long = 'x'.repeat(300)

/** What comes in, and what is shown and uploaded; the same on Linux, macOS and Windows. */
const CORPUS: readonly (readonly [name: string, shown: string])[] = [
  // Names as they should be.
  ['msg0003.wav', 'msg0003.wav'],
  ['Jane Doe (18 seconds) Voice Mail.mp3', 'Jane Doe (18 seconds) Voice Mail.mp3'],
  ['+15555550142.wav', '+15555550142.wav'],
  ['.hidden', '.hidden'],
  ['no extension', 'no extension'],
  ['Jörg Müller.wav', 'Jörg Müller.wav'],
  ['Jo\u0308rg.wav', 'Jörg.wav'],
  ['折り返し.wav', '折り返し.wav'],
  ['صوت.wav', 'صوت.wav'],
  ['📞 call.wav', '📞 call.wav'],
  ["O'Brien & Sons; 100% = #1.wav", "O'Brien & Sons; 100% = #1.wav"],
  ['%2e%2e%2fetc.wav', '%2e%2e%2fetc.wav'],
  ['$(rm -rf ~).wav', '$(rm -rf ~).wav'],
  ['`id`.wav', '`id`.wav'],
  ['-rf.wav', '-rf.wav'],
  ['~.wav', '~.wav'],
  // Folders, of either kind.
  ['/var/spool/msg0003.wav', 'msg0003.wav'],
  ['C:\\Users\\jane\\msg0003.wav', 'msg0003.wav'],
  ['\\\\server\\share\\a.wav', 'a.wav'],
  ['//server/share/a.wav', 'a.wav'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['a/b\\c.wav', 'c.wav'],
  ['a\\b/c.wav', 'c.wav'],
  ['a\\..', '_'],
  ['folder/', '_'],
  ['folder\\', '_'],
  ['/', '_'],
  ['\\', '_'],
  ['.', '_'],
  ['..', '_'],
  ['...', '_'],
  ['', '_'],
  [' ', '_'],
  ['. . .', '_'],
  // What cannot be seen.
  ['a\0b.wav', 'ab.wav'],
  ['voice.wav\0.exe', 'voice.wav.exe'],
  ['a\u0007b.wav', 'ab.wav'],
  ['a\u007fb.wav', 'ab.wav'],
  ['a\u0085b.wav', 'ab.wav'],
  ['a\u009bb.wav', 'ab.wav'],
  ['a\x1b[31mred.wav', 'a[31mred.wav'],
  ['a\nb.wav', 'a b.wav'],
  ['a\r\nb.wav', 'a b.wav'],
  ['a\tb.wav', 'a b.wav'],
  ['voice\u202egpm.wav', 'voicegpm.wav'],
  ['\u202evaw.exe', 'vaw.exe'],
  ['a\u202ab\u202cc.wav', 'abc.wav'],
  ['a\u2066b\u2069c.wav', 'abc.wav'],
  ['a\u2067b\u2068c.wav', 'abc.wav'],
  ['a\u200eb\u200fc.wav', 'abc.wav'],
  ['a\u061cb.wav', 'ab.wav'],
  ['a\u200bb.wav', 'ab.wav'],
  ['a\u200cb\u200dc.wav', 'abc.wav'],
  ['a\u2060b.wav', 'ab.wav'],
  ['\ufeffa.wav', 'a.wav'],
  ['a\u00adb.wav', 'ab.wav'],
  ['a\u2028b\u2029c.wav', 'abc.wav'],
  ['a\ufff9b\ufffbc.wav', 'abc.wav'],
  ['a\u{e0041}b.wav', 'ab.wav'],
  ['a\u3164b.wav', 'ab.wav'],
  ['a\u115fb.wav', 'ab.wav'],
  ['a\u180eb.wav', 'ab.wav'],
  ['\u200b', '_'],
  ['\u202e\u202c', '_'],
  ['a\ud83db.wav', 'ab.wav'],
  ['a\udcdeb.wav', 'ab.wav'],
  ['a\u00a0b.wav', 'a b.wav'],
  ['a \u2003 b.wav', 'a b.wav'],
  // Streams, and colons that are none.
  ['voice.wav:hidden.exe', 'voice.wav'],
  ['voice.wav::$DATA', 'voice.wav'],
  ['voice.wav:Zone.Identifier', 'voice.wav'],
  ['voice.wav :x', 'voice.wav'],
  ['voice.wav:a:b', 'voice.wav'],
  ['voice::$DATA', 'voice_'],
  ['voice:$INDEX_ALLOCATION', 'voice'],
  ['9f1c_20240126T03:07_UTC.wav', '9f1c_20240126T03_07_UTC.wav'],
  ['14:02 call.wav', '14_02 call.wav'],
  [':x', '_x'],
  ['CON:', 'CON_'],
  // Endings and characters Windows refuses.
  ['a.wav.', 'a.wav'],
  ['a.wav...', 'a.wav'],
  ['a.wav ', 'a.wav'],
  ['a.wav . .', 'a.wav'],
  [' a.wav', 'a.wav'],
  ['a.wav\u00a0', 'a.wav'],
  ['a.wav.\u200b', 'a.wav'],
  ['a*b?.wav', 'a_b_.wav'],
  ['<b>a</b>.wav', 'b_.wav'],
  ['<img src=x onerror=alert(1)>.wav', '_img src=x onerror=alert(1)_.wav'],
  ['a"b|c.wav', 'a_b_c.wav'],
  // Device names.
  ['con', '_con'],
  ['CON.wav', '_CON.wav'],
  ['con .wav', '_con .wav'],
  ['PRN.txt', '_PRN.txt'],
  ['aux.mp3', '_aux.mp3'],
  ['NUL', '_NUL'],
  ['nul.tar.gz', '_nul.tar.gz'],
  ['COM1.wav', '_COM1.wav'],
  ['com0', '_com0'],
  ['com¹.wav', '_com¹.wav'],
  ['LPT9', '_LPT9'],
  ['lpt³.wav', '_lpt³.wav'],
  ['CONIN$', '_CONIN$'],
  ['conout$.wav', '_conout$.wav'],
  ['clock$', '_clock$'],
  ['c\u200bon.wav', '_con.wav'],
  ['con.', '_con'],
  ['C:\\con', '_con'],
  ['console.wav', 'console.wav'],
  ['com10.wav', 'com10.wav'],
  ['my con.wav', 'my con.wav'],
  // Length.
  [long, long.slice(0, 150)],
  [`${long}.wav`, `${long.slice(0, 146)}.wav`],
  [`${long}.${long}`, long.slice(0, 150)],
  [`${'x'.repeat(145)}📞${long}.wav`, `${'x'.repeat(145)}.wav`],
  [`${'x'.repeat(149)} ${long}`, 'x'.repeat(149)],
  [`con.${long}`, `_con.${'x'.repeat(145)}`],
  ['📞'.repeat(100), '📞'.repeat(75)],
]

describe('the name a file is shown and uploaded under', () => {
  it(`is tried with ${CORPUS.length} names`, () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(100)
  })

  it.each(CORPUS)('%j becomes %j', (name, shown) => {
    expect(displayName(name)).toBe(shown)
  })

  it('is safe and settled, whatever comes in', () => {
    for (const [name] of CORPUS) {
      const shown = displayName(name)
      expect(displayName(shown)).toBe(shown)
      expect(shown).toMatch(/^[^/\\:*?"<>|\p{Cc}]{1,150}$/u)
      expect(shown).toMatch(/[^. ]$/)
    }
  })
})

describe('a name without the marks of copying', () => {
  it.each([
    ['msg0003 (1)', 'msg0003'],
    ['msg0003(1)', 'msg0003'],
    ['msg0003 - Copy', 'msg0003'],
    ['msg0003 - Copy (2)', 'msg0003'],
    ['Copy of msg0003', 'msg0003'],
    ['Copy of Copy of msg0003 (1) (2)', 'msg0003'],
    ['msg0003 copy', 'msg0003'],
    ['msg0003 copy 3', 'msg0003'],
    ['msg0003 - Kopie', 'msg0003'],
    ['Kopie von msg0003', 'msg0003'],
    ['Jane%20Doe', 'Jane Doe'],
    ['%2B15555550142%20(1)', '+15555550142'],
    ['100% sure', '100% sure'],
    ['100%zz', '100%zz'],
    ['%E4', '%E4'],
    ['_20190211124709(2)', '_20190211124709(2)'],
    ['Jane (mobile)', 'Jane (mobile)'],
    [' (1)', '(1)'],
    ['copy', 'copy'],
  ])('%j is %j', (name, plain) => {
    expect(withoutCopyMarks(name)).toBe(plain)
  })
})

describe('the extension of a name', () => {
  it.each([
    ['msg0003.WAV', 'msg0003', 'wav'],
    ['a.b.mp3', 'a.b', 'mp3'],
    ['call.5555550142', 'call.5555550142', ''],
    ['20240305.140203', '20240305.140203', ''],
    ['noext', 'noext', ''],
    ['.wav', '.wav', ''],
    ['a.verylongone', 'a.verylongone', ''],
    ['a.m4a', 'a', 'm4a'],
    ['a.3gp', 'a', '3gp'],
  ])('%j', (name, stem, extension) => {
    expect(splitExtension(name)).toEqual({ stem, extension })
  })
})
