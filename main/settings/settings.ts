import { getCountries } from 'libphonenumber-js'
import * as v from 'valibot'
import type { Settings } from '../../preload/contract.ts'
import type { Country } from '../../preload/numbers.ts'
import { openJsonFile, type JsonFile } from './json-file.ts'

const country = v.picklist(getCountries())

/** Unknown keys are a newer version's: kept out, but no reason to lose the rest. A value of the wrong shape falls back. */
const schema = (defaults: Settings): v.GenericSchema<unknown, Settings> =>
  v.object({
    country: v.fallback(country, defaults.country),
    ourNumber: v.fallback(v.pipe(v.string(), v.maxLength(60)), defaults.ourNumber),
    openTicket: v.fallback(v.boolean(), defaults.openTicket),
    theme: v.fallback(v.picklist(['system', 'light', 'dark']), defaults.theme),
  })

/** The agent's settings, from `settings.json` in the profile. `region` is the computer's own two-letter country. */
export function openSettings(path: string, region: string, now: () => Date): JsonFile<Settings> {
  const home: Country = v.is(country, region) ? region : 'US'
  const defaults: Settings = { country: home, ourNumber: '', openTicket: true, theme: 'system' }
  return openJsonFile({ path, schema: schema(defaults), empty: defaults, now })
}
