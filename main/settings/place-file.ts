import * as v from 'valibot'
import { openJsonFile } from './json-file.ts'

const place = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number(), maximised: v.boolean() })
type Place = v.InferOutput<typeof place>

/** Where the window was, in device-independent pixels, from `window.json` in the profile. */
export function openPlaceFile(path: string, now: () => Date): { read(): Place | null; keep(place: Place): void } {
  const file = openJsonFile<Place | null>({ path, schema: v.nullable(place), empty: null, now })
  return { read: () => file.read(), keep: (next) => void file.write(next) }
}
