import type { Analysis } from '../analysis/analysis.ts'
import { isUnread } from '../bibliography/merge-library.ts'
import type { CslItem, Reference } from '../bibliography/reference.ts'
import { areDistinct, haveNearTitles, workGroup, workKeys } from '../bibliography/same-work.ts'
import type { Citation } from '../manuscript/manuscript.ts'
import type { Edit } from '../text/edit.ts'
import { overlaps, type Span } from '../text/span.ts'
import { citekeyEdit, heirEdits, type TextOf } from './rename.ts'
import { citationItems } from './subject.ts'
import { texCitekeys } from './tex-citations.ts'

/** One of two entries for a work kept, the other taken out, and its citations turned to the one that is kept. */
export interface Merging {
  readonly title: string
  readonly edits: ReadonlyMap<string, readonly Edit[]>
}

/** In a larger library only what the manuscript cites is compared. */
const MOST = 1000
/** Formats in which an entry can be taken out without touching the others. */
const FORMATS: ReadonlySet<string> = new Set(['bibtex', 'ris', 'nbib'])

/** Every way to make one entry of the reference `citekey` and another for the same work; `others` may cite either too. */
export function mergeDuplicates(
  analysis: Analysis,
  citekey: string,
  others: readonly Analysis[],
  textOf: TextOf,
): readonly Merging[] {
  const reference = analysis.library.references.get(citekey)
  if (!reference || isUnread(analysis.library)) return []
  return duplicatesOf(analysis, reference).flatMap(other =>
    [[reference, other] as const, [other, reference] as const].flatMap(
      ([kept, dropped]) => mergeInto(kept, dropped, [analysis, ...others], textOf) ?? [],
    ),
  )
}

/** The other entries of the library for the work that a reference is. */
export function duplicatesOf({ library, manuscript }: Analysis, reference: Reference): readonly Reference[] {
  const { references } = library
  const looked =
    references.size > MOST
      ? new Set(citationItems(manuscript).flatMap(({ citekey }) => references.get(citekey) ?? []))
      : references.values()
  const keys = new Set(workKeys(reference.item))
  const group = workGroup(reference.item)
  const isNear = ({ item }: Reference): boolean =>
    group !== '' && workGroup(item) === group && haveNearTitles(item, reference.item)
  return [...looked].filter(
    other =>
      other.citekey !== reference.citekey &&
      (workKeys(other.item).some(key => keys.has(key)) || isNear(other)) &&
      !areDistinct(other.item, reference.item),
  )
}

function mergeInto(
  kept: Reference,
  dropped: Reference,
  manuscripts: readonly Analysis[],
  textOf: TextOf,
): Merging | undefined {
  const { uri, span } = dropped.location
  const text = textOf(uri)
  if (text === undefined) return undefined
  const edits = new Map<string, readonly Edit[]>()
  const heirs = heirEdits(manuscripts[0]!, dropped, kept.citekey).filter(edit => !overlaps(edit.span, span))
  if (heirs.length > 0 && kept.location.uri !== uri) return undefined
  for (const { uri, manuscript, library } of new Map(manuscripts.map(each => [each.uri, each])).values()) {
    const isOurs = library.references.get(dropped.citekey)?.location.uri === dropped.location.uri
    const formats = library.sources.map(({ bibliography }) => bibliography)
    const format = formats.find(bibliography => bibliography?.uri === dropped.location.uri)?.format
    if (!isOurs) continue
    if (!format || !FORMATS.has(format)) return undefined
    const made = manuscript.citations.flatMap(citation => citationEdits(citation, kept.citekey, dropped.citekey))
    const written = made.map(edit =>
      'item' in edit ? citekeyEdit(manuscript, edit.item, kept.citekey) : { span: edit.removed, newText: '' },
    )
    const inTex = texCitekeys(manuscript)
      .filter(({ citekey }) => citekey === dropped.citekey)
      .map(({ citekeySpan: span }) => ({ span, newText: kept.citekey }))
    if (written.length + inTex.length > 0) edits.set(uri, [...written, ...inTex])
  }
  edits.set(uri, [...(edits.get(uri) ?? []), ...heirs, { span: wholeLines(text, span), newText: '' }])
  const lost = fieldsLost(kept.item, dropped.item)
  const loss = lost.length === 0 ? '' : ` (its ${lost.join(', ')} would go)`
  return { title: `Keep “${kept.citekey}”, take out “${dropped.citekey}”${loss}`, edits }
}

type CitationEdit = { readonly item: Citation['items'][number] } | { readonly removed: Span }

/** A group that cites both keys cites the work once afterwards, unless the second says something of its own. */
function citationEdits({ items }: Citation, kept: string, dropped: string): CitationEdit[] {
  let seen = items.some(({ citekey }) => citekey === kept)
  return items.flatMap((item, index): CitationEdit[] => {
    if (item.citekey !== dropped || item.crossReference) return []
    const isBare = item.prefix === '' && item.suffix === ''
    const [before, after] = [items[index - 1], items[index + 1]]
    const again = seen
    seen = true
    if (!again || !isBare) return [{ item }]
    if (before?.suffix === '') return [{ removed: { start: before.span.end, end: item.span.end } }]
    if (after?.prefix === '') return [{ removed: { start: item.span.start, end: after.span.start } }]
    return [{ item }]
  })
}

/** An entry with the rest of its last line and the blank lines after it, when nothing else stands on its lines. */
function wholeLines(text: string, { start, end }: Span): Span {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const rest = /^[ \t]*(?:\r\n|\r|\n|$)(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(end, end + 10_000))
  return text.slice(lineStart, start).trim() === '' && rest
    ? { start: lineStart, end: end + rest[0].length }
    : { start, end }
}

/** What only the entry that goes has: an abstract, a note, a DOI. */
const fieldsLost = (kept: CslItem, dropped: CslItem): readonly string[] =>
  Object.keys(dropped).filter(field => field !== 'id' && field !== 'type' && kept[field] === undefined)
