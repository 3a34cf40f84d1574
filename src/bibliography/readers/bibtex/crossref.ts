import type { Fields } from './fields.ts'

/** Fields that belong to an entry itself and are never inherited (biblatex manual, appendix B). */
const OWN = new Set(
  'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey'.split(
    ' ',
  ),
)
const WORKS = /^(?:book|collection|proceedings|reference)$/
const PARTS_OF_WORKS =
  /^(?:inbook|bookinbook|suppbook|incollection|suppcollection|inproceedings|conference|inreference)$/

/** Adds to `fields` what the entry inherits from its parent and does not say itself. */
export function inherit(fields: Fields, type: string, parent: Fields, parentType: string): void {
  for (const [name, value] of parent) {
    for (const target of targetsOf(name, type, parentType)) {
      if (!fields.has(target)) fields.set(target, value)
    }
  }
}

/** Under which names a child takes a field over. */
function targetsOf(name: string, type: string, parentType: string): readonly string[] {
  if (parentType === 'xdata') return OWN.has(name) ? [] : [name]
  if (OWN.has(name)) return []
  const isTitle = /^(?:title|subtitle|titleaddon)$/.test(name)
  const isVariant = /^(?:shorttitle|sorttitle|indextitle|indexsorttitle)$/.test(name)
  if (/^mv/.test(parentType)) {
    if (isTitle) return [`main${name}`]
    if (isVariant) return []
  } else if (WORKS.test(parentType) && PARTS_OF_WORKS.test(type)) {
    if (isTitle) return [`book${name}`]
    if (isVariant) return []
  } else if (parentType === 'periodical') {
    if (name === 'title' || name === 'subtitle') return [`journal${name}`]
    if (isVariant) return []
  }
  if (name === 'author' && /^(?:mvbook|book)$/.test(parentType) && /^(?:inbook|bookinbook|suppbook)$/.test(type)) {
    return parentType === 'mvbook' ? ['bookauthor', 'author'] : ['bookauthor']
  }
  return [name]
}
