import type { Analysis } from '../analysis/analysis.ts'
import type { BibliographySource, Reference } from '../bibliography/reference.ts'
import { writeReferences } from '../bibliography/write-references.ts'
import type { Edit } from '../text/edit.ts'

/** A reference that the manuscript's own bibliography lacks, and what writing it there takes. */
export interface Addition {
  readonly title: string
  readonly uri: string
  readonly edit: Edit
}

/** The forms that an entry can be added to at the end of a file. */
const FORMATS = ['bibtex', 'csl-json', 'ris'] as const

/** The bibliography of the project that additions go to. */
export function ownBibliography(analysis: Analysis): { readonly uri: string; readonly path: string } | undefined {
  const source = ownSource(analysis)
  return source?.bibliography && { uri: source.bibliography.uri, path: source.path }
}

/** Writes `reference`, found elsewhere under `citekey`, into the manuscript's own bibliography, whose text is `text`. */
export function addReference(
  analysis: Analysis,
  citekey: string,
  reference: Reference,
  from: string,
  text: string,
): Addition | undefined {
  const source = ownSource(analysis)
  const format = FORMATS.find(format => format === source?.bibliography?.format)
  if (!source?.bibliography || !format) return undefined
  const written = writeReferences([{ ...reference.item, id: citekey }], format)
  const edit = format === 'csl-json' ? insideArray(text, written) : atEnd(text, written)
  const title = `Add “${citekey}” to ${source.path}, from ${from}`
  return edit && { title, uri: source.bibliography.uri, edit }
}

/** The last one named, since its references win; but none outside the project, such as an export of Zotero, while there is one in it. */
function ownSource({ library }: Analysis): BibliographySource | undefined {
  const writable = library.sources.filter(isWritable)
  return writable.findLast(({ path }) => !/^(?:\.\.[/\\]|[/~\\]|[A-Za-z]:)/.test(path)) ?? writable.at(-1)
}

const isWritable = ({ bibliography, declaredIn }: BibliographySource): boolean =>
  declaredIn !== 'built-in' &&
  bibliography !== undefined &&
  bibliography.uri.startsWith('file:') &&
  FORMATS.some(format => format === bibliography.format)

function atEnd(text: string, written: string): Edit {
  const newLine = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const gap = text.trim() === '' ? '' : /[\r\n]$/.test(text) ? newLine : newLine + newLine
  const entry = written.trimEnd().replaceAll('\n', newLine)
  return { span: { start: text.length, end: text.length }, newText: `${gap}${entry}${newLine}` }
}

/** The written form is an array of one; what is in it goes before the last bracket of the text. */
function insideArray(text: string, written: string): Edit | undefined {
  const end = text.lastIndexOf(']')
  if (end < 0) return text.trim() === '' ? { span: { start: 0, end: text.length }, newText: written } : undefined
  const before = text.slice(0, end).trimEnd()
  const item = written.slice(written.indexOf('[') + 1, written.lastIndexOf(']')).trim()
  const newText = `${before.endsWith('[') ? '' : ','}\n  ${item}\n`
  return { span: { start: before.length, end }, newText }
}
