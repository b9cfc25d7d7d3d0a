/** Where the window was, in device-independent pixels. */
export interface WindowPlace extends Box {
  readonly maximised: boolean
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Remembers the window's place between starts, as well as it can. */
export interface PlaceMemory {
  read(): WindowPlace | null
  keep(place: WindowPlace): void
}

export const SMALLEST = { width: 360, height: 480 } as const
const USUAL = { width: 960, height: 720 } as const
/** So much of the title bar must be reachable, or the window could not be moved back. */
const GRIP = { width: 80, height: 24 } as const

/**
 * Size, and position where there is a good one: the remembered place, moved into the display it is mostly on. A place
 * on a display that is gone keeps its size only, and the system chooses. `displays` are work areas.
 */
export function placeWindow(
  remembered: WindowPlace | null,
  displays: readonly Box[],
): Partial<Box> & Pick<Box, 'width' | 'height'> {
  if (!remembered || ![remembered.x, remembered.y, remembered.width, remembered.height].every(Number.isFinite))
    return USUAL
  const [width, height] = [Math.max(SMALLEST.width, remembered.width), Math.max(SMALLEST.height, remembered.height)]
  const titleBar = { ...remembered, width, height: GRIP.height }
  const best = displays
    .map((display) => ({ display, shared: overlap(titleBar, display) }))
    .filter(({ shared }) => shared.width >= GRIP.width && shared.height > 0)
    .sort((a, b) => b.shared.width - a.shared.width)[0]?.display
  if (!best) return { width, height }
  const size = { width: Math.min(width, best.width), height: Math.min(height, best.height) }
  return {
    ...size,
    x: clamp(remembered.x, best.x, best.x + best.width - size.width),
    y: clamp(remembered.y, best.y, best.y + best.height - size.height),
  }
}

const clamp = (value: number, low: number, high: number) => Math.round(Math.max(low, Math.min(value, high)))

function overlap(a: Box, b: Box): { width: number; height: number } {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  }
}
