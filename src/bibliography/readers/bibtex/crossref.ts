import type { Problem } from '../../../text/span.ts'
import type { Parent } from '../../reference.ts'
import type { Fields } from './fields.ts'

/** Fields that belong to an entry itself and are never inherited (biblatex manual, appendix B). */
const OWN = new Set(
  'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey'.split(
    ' ',
  ),
)

/** Which entries are parts of which works; the title of the work is then that of their book (biblatex manual, appendix B). */
const PARTS_OF: readonly (readonly [work: RegExp, parts: RegExp])[] = [
  [/^book$/, /^(?:inbook|bookinbook|suppbook)$/],
  [/^(?:collection|reference)$/, /^(?:incollection|inreference|suppcollection)$/],
  [/^proceedings$/, /^(?:inproceedings|conference)$/],
]
/** And which are volumes, or parts of volumes, of a work in several. */
const VOLUMES_OF: typeof PARTS_OF = [
  [/^mvbook$/, /^(?:book|inbook|bookinbook|suppbook)$/],
  [/^mv(?:collection|reference)$/, /^(?:collection|reference|incollection|inreference|suppcollection)$/],
  [/^mvproceedings$/, /^(?:proceedings|inproceedings|conference)$/],
]
const ISSUES_OF: typeof PARTS_OF = [[/^periodical$/, /^(?:article|suppperiodical)$/]]

const belongs = (pairs: typeof PARTS_OF, type: string, parentType: string): boolean =>
  pairs.some(([work, parts]) => work.test(parentType) && parts.test(type))

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
  if (belongs(VOLUMES_OF, type, parentType)) {
    if (isTitle) return [`main${name}`]
    if (isVariant) return []
  } else if (belongs(PARTS_OF, type, parentType)) {
    if (isTitle) return [`book${name}`]
    if (isVariant) return []
  } else if (belongs(ISSUES_OF, type, parentType)) {
    if (name === 'title' || name === 'subtitle') return [`journal${name}`]
    if (isVariant) return []
  }
  const isBook = parentType === 'book' || parentType === 'mvbook'
  const isPart = /^(?:inbook|bookinbook|suppbook)$/.test(type) || (type === 'book' && parentType === 'mvbook')
  if (name === 'author' && isBook && isPart) return ['bookauthor', 'author']
  return [name]
}

/** A problem for each entry whose inheritance leads back to itself: Pandoc never ends on such a file. */
export function circles(parents: ReadonlyMap<string, readonly Parent[]>): Problem[] {
  const problems: Problem[] = []
  const state = new Map<string, 'open' | 'done'>()
  for (const start of parents.keys()) {
    if (state.has(start)) continue
    const path: { key: string; next: number }[] = [{ key: start, next: 0 }]
    state.set(start, 'open')
    while (path.length > 0) {
      const top = path.at(-1)!
      const parent = parents.get(top.key)?.[top.next++]
      if (!parent) {
        state.set(top.key, 'done')
        path.pop()
      } else if (state.get(parent.key) === 'open') {
        const message = `This leads back to “${parent.key}”, which inherits from this entry: Pandoc never ends on it. Delete it.`
        problems.push({ message, span: parent.span })
      } else if (!state.has(parent.key) && parents.has(parent.key)) {
        state.set(parent.key, 'open')
        path.push({ key: parent.key, next: 0 })
      }
    }
  }
  return problems
}
