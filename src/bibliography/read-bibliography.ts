import { atOnce, type Steps } from '../text/steps.ts'
import { bibtex } from './readers/bibtex.ts'
import { cslJson } from './readers/csl-json.ts'
import { cslYaml } from './readers/csl-yaml.ts'
import { endnoteXml } from './readers/endnote-xml.ts'
import { jats } from './readers/jats.ts'
import { nbib } from './readers/nbib.ts'
import { numberedList } from './readers/numbered-list.ts'
import { pubmedPage } from './readers/pubmed-page.ts'
import { pubmedXml } from './readers/pubmed-xml.ts'
import { ris } from './readers/ris.ts'
import type { Bibliography, BibliographyFormat, BibliographyReader } from './reference.ts'

/** Every format that a bibliography file may have; in the order in which a nameless text is tried. */
export const readers: readonly BibliographyReader[] = [
  pubmedXml,
  endnoteXml,
  jats,
  cslJson,
  ris,
  nbib,
  bibtex,
  cslYaml,
  pubmedPage,
  numberedList,
]

/**
 * Reads a bibliography: the reader is chosen by the ending of `uri`, then by what the text looks like.
 * `text` has no byte order mark; spans are offsets in it. What is no bibliography gives no reference and one problem.
 * With `previous`, an earlier reading of the same file, a change to one entry of BibTeX costs one entry.
 */
export const readBibliography = (text: string, uri: string, previous?: Bibliography): Bibliography =>
  atOnce(readingOf(text, uri, previous))

/** The same in steps, between which something else may be done. */
export function* readingOf(text: string, uri: string, previous?: Bibliography): Steps<Bibliography> {
  const named = readerFor(uri, text)
  const foreign = foreignKind(text)
  if (foreign) return refused(uri, named?.format ?? 'bibtex', foreign)
  const reader = named ?? readers.find(reader => reader.recognises(text))
  if (!reader) return refused(uri, 'bibtex', `No format of bibliographies is recognised here. ${KNOWN}`)
  const bibliography = yield* stepsOf(reader, text, uri, previous)
  if (bibliography.references.length > 0 || text.trim() === '') return bibliography
  const other = readers.find(other => other !== reader && other.recognises(text))
  const found = other && (yield* stepsOf(other, text, uri))
  if (!found || found.references.length === 0)
    return bibliography.problems.length === 0 && lacksEntries(bibliography.format, text)
      ? refused(uri, bibliography.format, whyEmpty(text))
      : bibliography
  const message = `By its name this file is ${NAMES.get(reader.format)}, by its text ${NAMES.get(found.format)}; Pandoc goes by the name. Rename it.`
  return { ...found, problems: [{ message, span: { start: 0, end: Math.min(1, text.length) } }, ...found.problems] }
}

function* stepsOf(reader: BibliographyReader, ...given: Parameters<BibliographyReader['read']>): Steps<Bibliography> {
  return reader.steps ? yield* reader.steps(...given) : reader.read(...given)
}

/** The reader of files with such a name, by its ending; where an ending has several, the one that recognises the text. */
export function readerFor(uri: string, text = ''): BibliographyReader | undefined {
  const name = uri.toLowerCase()
  const bare = name.replace(/[?#].*$/, '')
  const named = readers.filter(({ extensions }) =>
    extensions.some(ending => name.endsWith(ending) || bare.endsWith(ending)),
  )
  return named.find(reader => reader.recognises(text)) ?? named[0]
}

/** Whether a text has nothing of a format in which a bibliography without references is no text at all, or comments. */
const lacksEntries = (format: BibliographyFormat, text: string): boolean =>
  format === 'ris' || format === 'nbib' || (format === 'bibtex' && /^[ \t]*[^%\s]/m.test(text) && !text.includes('@'))

/** Git writes a link as a text with its path where there can be no links, and so do archives. */
function whyEmpty(text: string): string {
  const path = /^\s*(\S[^\r\n]{0,200}\.(?:bib|ris|nbib))\s*$/.exec(text)?.[1]
  return path
    ? `This file is a link to “${path}” that was saved as text. Put a copy of the bibliography in its place.`
    : `No reference is found in this file. ${KNOWN}`
}

/** What an author calls the formats. */
const NAMES: ReadonlyMap<BibliographyFormat, string> = new Map([
  ['bibtex', 'BibTeX'],
  ['csl-json', 'CSL-JSON'],
  ['csl-yaml', 'CSL-YAML'],
  ['ris', 'RIS'],
  ['nbib', 'NBIB'],
  ['endnote-xml', 'EndNote’s XML'],
  ['pubmed-xml', 'PubMed’s XML'],
  ['jats', 'JATS'],
  ['pubmed-page', 'a page of PubMed'],
  ['numbered-list', 'a printed list'],
])

const KNOWN = 'Expected BibTeX, CSL-JSON, CSL-YAML, RIS, NBIB, or the XML of EndNote, PubMed or JATS.'

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
