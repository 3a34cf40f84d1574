import { bibtex } from './readers/bibtex.ts'
import { cslJson } from './readers/csl-json.ts'
import type { Bibliography, BibliographyFormat, BibliographyReader } from './reference.ts'

/** Every format that a bibliography file may have; in the order in which a nameless text is tried. */
export const readers: readonly BibliographyReader[] = [cslJson, bibtex]

/**
 * Reads a bibliography: the reader is chosen by the ending of `uri`, then by what the text looks like.
 * `text` has no byte order mark; spans are offsets in it. What is no bibliography gives no reference and one problem.
 */
export function readBibliography(text: string, uri: string): Bibliography {
  const named = readerFor(uri)
  const foreign = foreignKind(text)
  if (foreign) return refused(uri, named?.format ?? 'bibtex', foreign)
  const reader = named ?? readers.find(reader => reader.recognises(text))
  if (!reader) return refused(uri, 'bibtex', `No format of bibliographies is recognised here. ${KNOWN}`)
  const bibliography = reader.read(text, uri)
  if (bibliography.references.length > 0 || text.trim() === '') return bibliography
  const other = readers.find(other => other !== reader && other.recognises(text))
  const found = other?.read(text, uri)
  if (!found || found.references.length === 0) return bibliography
  const message = `The name says ${reader.format}, the text is ${found.format}; Pandoc goes by the name. Rename the file.`
  return { ...found, problems: [{ message, span: { start: 0, end: Math.min(1, text.length) } }, ...found.problems] }
}

/** The reader of files with such a name, by its ending. */
export function readerFor(uri: string): BibliographyReader | undefined {
  const path = uri.replace(/[?#].*$/, '').toLowerCase()
  return readers.find(reader => reader.extensions.some(extension => path.endsWith(extension)))
}

const KNOWN = 'Expected one of: BibTeX, CSL-JSON.'

function refused(uri: string, format: BibliographyFormat, message: string): Bibliography {
  return { uri, format, references: [], problems: [{ message, span: { start: 0, end: 0 } }] }
}

/** Says what a text is when it cannot be a bibliography of any kind. */
function foreignKind(text: string): string | undefined {
  const beginning = text.slice(0, 4096)
  if (/^\s*(?:<!doctype html|<html\b)/i.test(beginning)) {
    return 'This file is a web page, not a bibliography: perhaps a log-in page was saved instead. Export or download it again.'
  }
  if (beginning.includes('\0')) {
    return /^\W?(?:[^\0]\0){8}|^\W?(?:\0[^\0]){8}/.test(beginning)
      ? 'This file is encoded in UTF-16. Save it as UTF-8.'
      : 'This file is binary, not a bibliography.'
  }
  return undefined
}
