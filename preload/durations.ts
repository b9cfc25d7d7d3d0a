/** Reads `4:37`, `1:02:03`, `37`, `37s`, `4m`, `4m 37s`, `1h 5m` as whole seconds; null when it is none of these. */
export function readDuration(typed: string): number | null {
  const text = typed.trim().toLowerCase()
  if (/^\d{1,5}$/.test(text)) return Number(text)
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]?\d)$/.exec(text)
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  const words =
    /^(?:(\d{1,2})\s*h(?:ours?)?)?\s*(?:(\d{1,3})\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d{1,5})\s*s(?:ec(?:ond)?s?)?)?$/.exec(
      text,
    )
  if (!words || text === '') return null
  return Number(words[1] ?? 0) * 3600 + Number(words[2] ?? 0) * 60 + Number(words[3] ?? 0)
}

/** Whole seconds as `0:41`, `4:37`, `1:02:03`. */
export function showDuration(seconds: number): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  const whole = Math.max(0, Math.round(seconds))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`
}
