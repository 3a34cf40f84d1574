import type { Analysis } from '../analysis/analysis.ts'
import { singularOf } from '../analysis/short-forms.ts'
import { isUnread } from '../bibliography/merge-library.ts'
import type { Reference } from '../bibliography/reference.ts'
import type { CitationItem, Manuscript } from '../manuscript/manuscript.ts'
import type { Edit } from '../text/edit.ts'
import { type Span, slice } from '../text/span.ts'
import { citekeyAsWritten } from './completion/citation.ts'
import { occurrences } from './occurrences.ts'
import { sharing } from './shared-name.ts'
import { citationItems, definitionsOfAbbreviation, findReference, type Subject } from './subject.ts'
import { texCitekeys } from './tex-citations.ts'

/** What can be renamed at a place, or why it cannot, said for the author. */
export type Renamable = { readonly span: Span; readonly name: string } | { readonly refusal: string }

/** The edits of each file, or why there are none. */
export type Renaming = { readonly edits: ReadonlyMap<string, readonly Edit[]> } | { readonly refusal: string }

/** The text of a file as it stands, by URI; nothing when it cannot be read. */
export type TextOf = (uri: string) => string | undefined

const NOTHING = { refusal: 'There is no citekey, label, footnote or defined abbreviation here.' }

/** Whether a name can be given another one. */
export function prepareRename(analysis: Analysis, subject: Subject | undefined, textOf: TextOf): Renamable {
  if (!subject || subject.kind === 'mention') return NOTHING
  const refusal = subject.kind === 'citekey' ? entryRefusal(analysis, subject.name, textOf) : undefined
  return refusal === undefined ? { span: subject.span, name: subject.name } : { refusal }
}

/** Gives a name another one in this manuscript, in those of `others` where it is the same, and for a citekey in its bibliography. */
export function rename(
  analysis: Analysis,
  subject: Subject | undefined,
  newName: string,
  others: readonly Analysis[],
  textOf: TextOf,
): Renaming {
  if (!subject || subject.kind === 'mention') return NOTHING
  const name = nameFrom(subject, newName)
  if (name === subject.name) return { edits: new Map() }
  const refusal = nameRefusal(analysis, subject, name) ?? entryRefusalOf(analysis, subject, textOf)
  if (refusal !== undefined) return { refusal }

  const edits = new Map<string, Edit[]>()
  for (const each of [analysis, ...sharing(analysis, subject, others)]) {
    const made = subject.kind === 'citekey' ? citekeyEdits(each, subject.name, name) : nameEdits(each, subject, name)
    if (made.length > 0) edits.set(each.uri, made)
  }
  const reference = subject.kind === 'citekey' ? analysis.library.references.get(subject.name) : undefined
  if (reference) {
    const { uri } = reference.location
    const entry = { span: reference.citekeySpan, newText: name }
    edits.set(uri, [...(edits.get(uri) ?? []), entry, ...heirEdits(analysis, reference, name)])
  }
  return { edits }
}

/** The name that an author means: a citekey without what marks it as one, an abbreviation without its plural s. */
function nameFrom({ kind }: Subject, written: string): string {
  if (kind === 'citekey') return written.replace(/^@?\{(.*)\}$|^@/, '$1')
  return kind === 'abbreviation' ? singularOf(written.trim()) : written.trim()
}

const citekeyEdits = ({ manuscript }: Analysis, from: string, to: string): Edit[] => [
  ...citationItems(manuscript)
    .filter(({ citekey }) => citekey === from)
    .map(item => citekeyEdit(manuscript, item, to)),
  ...texCitekeys(manuscript)
    .filter(({ citekey }) => citekey === from)
    .map(({ citekeySpan: span }) => ({ span, newText: to })),
]

/** Gives one citation another key. Braces come with a key that needs them and go with one that does not. */
export function citekeyEdit(
  { text, dialect }: Manuscript,
  { span, citekeySpan }: Pick<CitationItem, 'span' | 'citekeySpan'>,
  to: string,
): Edit {
  if (text[citekeySpan.start - 1] === '{' && text[citekeySpan.start - 2] === '@') {
    return { span: citekeySpan, newText: to }
  }
  const form = text.slice(span.start, citekeySpan.start).includes('@') ? 'at' : 'role'
  return { span: citekeySpan, newText: citekeyAsWritten(to, { form }, dialect) ?? to }
}

/** The entries of the same bibliography that name one (`crossref`, `xdata`, `xref`) name it anew. */
export const heirEdits = ({ library }: Analysis, { citekey, location }: Reference, to: string): Edit[] =>
  library.sources
    .filter(({ bibliography }) => bibliography?.uri === location.uri)
    .flatMap(({ bibliography }) => bibliography!.references.flatMap(({ parents = [] }) => parents))
    .filter(({ key, span }) => key === citekey && span.end - span.start === key.length)
    .map(({ span }) => ({ span, newText: to }))

const nameEdits = (analysis: Analysis, subject: Subject, newText: string): Edit[] =>
  occurrences(analysis, subject).map(({ span }) => ({ span, newText }))

function nameRefusal(analysis: Analysis, { kind }: Subject, name: string): string | undefined {
  const { library, manuscript, project } = analysis
  if (name === '') return 'A name cannot be empty.'
  if (kind === 'citekey') {
    if (/[\s{}"#%,\\@;[\]=~'()]/.test(name)) return `“${name}” cannot be a citekey in every bibliography format.`
    if (findReference(library, name)) return `Another reference has the citekey “${name}” already.`
    if (citekeyAsWritten(name, { form: 'at' }, manuscript.dialect) === undefined) {
      return `“${name}” cannot be cited in this dialect (${manuscript.dialect}).`
    }
  }
  if (kind === 'label') {
    if (/[\s{}()[\]<>"'`#%,\\]/.test(name)) return `“${name}” cannot be a label.`
    const taken = [manuscript, ...project.others.map(({ outline }) => outline)].some(({ labels }) =>
      labels.some(({ label }) => label === name),
    )
    if (taken) return `Something else has the label “${name}” already.`
  }
  if (kind === 'footnote') {
    if (/[\s^[\]]/.test(name)) return `“${name}” cannot name a footnote.`
    if (manuscript.footnotes.definitions.some(({ label }) => label === name)) {
      return `Another footnote is called “${name}” already.`
    }
  }
  if (kind === 'abbreviation' && definitionsOfAbbreviation(analysis, name).length > 0) {
    return `“${name}” abbreviates something else already.`
  }
  return undefined
}

const entryRefusalOf = (analysis: Analysis, { kind, name }: Subject, textOf: TextOf): string | undefined =>
  kind === 'citekey' ? entryRefusal(analysis, name, textOf) : undefined

/** A key that the bibliography does not spell out, or that stands in a list that cannot be written, stays as it is. */
function entryRefusal({ library }: Analysis, citekey: string, textOf: TextOf): string | undefined {
  if (isUnread(library)) return 'The bibliography has not been read yet. Rename the citekey when it has.'
  const reference = library.references.get(citekey)
  if (!reference) {
    const alias = library.aliases.get(citekey)
    return alias && `“${citekey}” is an alias of “${alias.citekey}”; rename it in the entry’s list of ids.`
  }
  const text = textOf(reference.location.uri)
  if (text === undefined) return `The reference “${citekey}” comes from a list that cannot be edited.`
  if (slice(text, reference.citekeySpan) !== citekey) {
    return `The entry does not spell out its citekey “${citekey}”; it is made from other fields.`
  }
  return undefined
}
