import type { PackSource } from './concept.ts'
import type { FormTrie } from './form-trie.ts'

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

/** A trie in which some forms stand at no node any more; its other parts are the same. */
export function withoutForms(trie: FormTrie, isGone: (form: number) => boolean): FormTrie {
  const firstForms = new Int32Array(trie.firstForms.length)
  const forms: number[] = []
  for (let node = 0; node + 1 < firstForms.length; node++) {
    firstForms[node] = forms.length
    for (let index = trie.firstForms[node]!; index < trie.firstForms[node + 1]!; index++) {
      if (!isGone(trie.forms[index]!)) forms.push(trie.forms[index]!)
    }
  }
  firstForms[firstForms.length - 1] = forms.length
  return { ...trie, firstForms, forms: Int32Array.from(forms) }
}
