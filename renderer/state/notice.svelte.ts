/** One short sentence at a time about what just happened; read out by screen readers too. */
export const notice: { text: string; tone: 'ok' | 'bad'; key: number } = $state({ text: '', tone: 'ok', key: 0 })

/** How long a notice stays, in milliseconds: long enough to be read twice. */
const STAYS_MS = 6000
let timer: ReturnType<typeof setTimeout> | undefined

export function tell(text: string, tone: 'ok' | 'bad' = 'ok'): void {
  clearTimeout(timer)
  notice.text = text
  notice.tone = tone
  notice.key += 1
  timer = setTimeout(hush, STAYS_MS)
}

export function hush(): void {
  clearTimeout(timer)
  notice.text = ''
}
