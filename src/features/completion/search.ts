import type { Library, Reference } from '../../bibliography/reference.ts'
import { fold } from '../../text/fold.ts'
import { authorsOf, titleOf, yearOf } from '../hover/reference.ts'

/** References that hold every word of the query, `first` before the others. */
export function searchReferences(
  library: Library,
  query: string,
  first: ReadonlySet<string>,
  most: number,
): readonly Reference[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  const found: Reference[] = []
  for (const reference of library.references.values()) {
    const text = textOf(reference)
    if (wanted.every(word => text.includes(word))) found.push(reference)
  }
  return found.sort((a, b) => Number(first.has(b.citekey)) - Number(first.has(a.citekey))).slice(0, most)
}

const texts = new WeakMap<Reference, string>()

function textOf(reference: Reference): string {
  const known = texts.get(reference)
  if (known !== undefined) return known
  const { item, citekey } = reference
  const text = fold([citekey, authorsOf(item, 100), titleOf(item), yearOf(item), item['container-title']].join(' '))
  texts.set(reference, text)
  return text
}
