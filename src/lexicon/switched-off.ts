import type { PackSource } from './concept.ts'
import { conceptIn, FormFlag } from './form-store.ts'

/** By concept: 1 where it is switched off; nothing when all are on. Asks once for each category of each pack. */
export function switchedOff(
  conceptPacks: Int32Array,
  conceptCategories: Int32Array,
  packs: readonly PackSource[],
  categories: readonly string[],
  isOn: (pack: PackSource, category: string) => boolean,
): Uint8Array | undefined {
  const choices = packs.map(pack => Uint8Array.from(categories, category => (isOn(pack, category) ? 0 : 1)))
  const off = new Uint8Array(conceptPacks.length)
  let some = false
  for (let concept = 0; concept < off.length; concept++) {
    off[concept] = choices[conceptPacks[concept]!]![conceptCategories[concept]!]!
    some ||= off[concept] !== 0
  }
  return some ? off : undefined
}

/** The entries of forms, with those marked that are not in use. */
export function withoutForms(forms: Int32Array, isGone: (concept: number) => boolean): Int32Array {
  return forms.map((entry, form) => (form > 0 && isGone(conceptIn(entry)) ? entry | FormFlag.Off : entry))
}
