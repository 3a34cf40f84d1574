import type { SurfaceForm } from '../concept.ts'

/**
 * The surface forms of MeSH terms. Inverted ones (“Neoplastic Cells, Circulating”) are also given in the order of
 * speech; a term with several commas is left as it is.
 */
export function meshForms(terms: readonly string[]): SurfaceForm[] {
  return terms.flatMap((term): SurfaceForm[] => {
    const parts = term.split(', ')
    const kind = /^[\p{Lu}\p{N}-]{2,6}$/u.test(term) ? 'abbreviation' : 'synonym'
    if (parts.length !== 2 || !/^[\p{L}-]+(?: [\p{L}-]+){0,2}$/u.test(parts[1]!)) return [{ text: term, kind }]
    return [
      { text: `${parts[1]} ${parts[0]}`, kind },
      { text: term, kind },
    ]
  })
}

/** What MeSH categories are called, by the first letter of a tree number. */
const TREES: Readonly<Record<string, string>> = {
  A: 'anatomy',
  B: 'organism',
  C: 'disease',
  D: 'chemical or drug',
  E: 'technique',
  F: 'psychology',
  G: 'phenomenon or process',
  H: 'discipline',
  I: 'social phenomenon',
  J: 'technology',
  K: 'humanities',
  L: 'information science',
  M: 'named group',
  N: 'health care',
  V: 'publication characteristic',
  Z: 'geographical',
}

/** The category of a descriptor, from its first tree number. */
export const meshCategory = (tree: string | undefined): string => TREES[tree?.[0] ?? ''] ?? 'heading'

/** MeSH is the National Library of Medicine’s; its data may be used freely with acknowledgement. */
export const MESH = {
  id: 'mesh',
  title: 'Medical Subject Headings',
  citation: 'Medical Subject Headings (MeSH), U.S. National Library of Medicine',
} as const
