import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stringify } from 'yaml'
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts'
import type { CslItem } from '../../../src/bibliography/reference.ts'
import { writeReferences } from '../../../src/bibliography/write-references.ts'
import { endnoteXml } from './endnote-xml.ts'
import type { Question } from './pandoc.ts'

export const corpus = resolve('../shared/corpus')

/** A bibliography, and what Pandoc is asked to compare it with. */
export interface Source {
  readonly format: string
  /** For the eye, and for the reader, which goes by the ending. */
  readonly path: string
  readonly text: string
  readonly question: Question
  /** Where Pandoc has no such reader: entries are compared with those of another file that are the same works. */
  readonly isOther?: boolean
}

/** Every bibliography of the corpus that both can read, and some that are made of its references. */
export function sources(): Source[] {
  const files = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t'))
    .map(columns => ({ kind: columns[6]!, path: columns[12]! }))
    .filter(({ path }) => existsSync(join(corpus, path)))
  const found = files.flatMap(({ kind, path }) => sourcesOf(kind, path))
  const cslJson = found.filter(({ format }) => format === 'CSL-JSON')
  return [...found, ...cslJson.flatMap(madeOf)]
}

const textOf = (path: string): string => readFileSync(join(corpus, path), 'utf8').replace(/^\ufeff/, '')

function sourcesOf(kind: string, path: string): Source[] {
  const text = textOf(path)
  const ask = (format: string, from: string, sent = text): Source[] => [
    { format, path, text, question: { from, text: sent } },
  ]
  if (kind === 'bib') return path.endsWith('.bibtex') ? ask('BibTeX', 'bibtex') : ask('BibLaTeX', 'biblatex')
  if (kind === 'csl-json') return ask('CSL-JSON', 'csljson')
  if (kind === 'csl-yaml') return ask('CSL-YAML', 'markdown', text.startsWith('---') ? text : `---\n${text}\n---\n`)
  if (kind === 'ris') return [...ask('RIS', 'ris'), ...tidied(path, text)]
  if (kind === 'nbib' || (kind === 'other-ref' && /MedlinePlain.*\.txt$/.test(path))) return beside('NBIB', path, text)
  if (kind === 'medline-xml') return beside('PubMed XML', path, text)
  return []
}

/** A RIS file without what Pandoc refuses: lines between records and lines that go on. Only of files that it does refuse. */
function tidied(path: string, text: string): Source[] {
  const { references, problems } = readBibliography(text, path)
  const isTidy = problems.length === 0 && !/^(?![A-Z][A-Z0-9] {2}-)[^\r\n]/m.test(text)
  if (isTidy) return []
  const records = references.map(({ location: { span } }) =>
    text
      .slice(span.start, span.end)
      .split(/\r\n|\r|\n/)
      .map(line => line.trim())
      .reduce<string[]>((lines, line) => {
        if (/^[A-Z][A-Z0-9] {0,2}-(?: |$)/.test(line)) lines.push(line.replace(/^(..) {0,2}- ?/, '$1  - '))
        else if (line && lines.length > 0) lines.push(`${lines.pop()} ${line}`)
        return lines
      }, []),
  )
  const tidy = records.map(lines => [...lines.filter(line => !line.startsWith('ER')), 'ER  - \n'].join('\n')).join('\n')
  return [{ format: 'RIS, made tidy', path, text: tidy, question: { from: 'ris', text: tidy } }]
}

/** The file of the same records beside this one, in a format that Pandoc reads. */
function beside(format: string, path: string, text: string): Source[] {
  for (const [ending, from] of [
    ['.bib', 'biblatex'],
    ['.json', 'csljson'],
  ] as const) {
    const other = path.replace(/\.[^.]+$/, ending)
    if (existsSync(join(corpus, other))) {
      const name = path.endsWith('.txt') ? path.replace(/\.txt$/, '.nbib') : path
      // JabRef's expectations have no keys, without which Pandoc refuses them.
      let keys = 0
      const sent = textOf(other).replace(/^(@\w+\{)\s*,/gm, (_, head: string) => `${head}r${++keys},`)
      return [{ format, path: name, text, question: { from, text: sent }, isOther: true }]
    }
  }
  return []
}

/** The references of a file in formats of which the corpus has few files or none. */
function madeOf({ path, text }: Source): Source[] {
  const items = readBibliography(text, path).references.map(({ item }) => item)
  if (items.length === 0) return []
  const made = (format: string, ending: string, from: string, written: string): Source => ({
    format,
    path: `${path}${ending}`,
    text: written,
    question: { from, text: written },
  })
  const yaml = `---\n${stringify({ references: items.map(plainFields) })}...\n`
  return [
    made('CSL-YAML, made of CSL-JSON', '.yaml', 'markdown', yaml),
    made('RIS, written by Stroma', '.ris', 'ris', writeReferences(items, 'ris')),
    made('BibLaTeX, written by Stroma', '.bib', 'biblatex', writeReferences(items, 'bibtex')),
    made('EndNote XML, made of CSL-JSON', '.xml', 'endnotexml', endnoteXml(items)),
  ]
}

/** What is compared and no more; in YAML texts are Markdown, so what would be marks there is left out. */
const plainFields = ({ id, type, author, editor, issued, volume, page, DOI, ...rest }: CslItem): object => ({
  ...{ id, type, title: unmarked(rest.title), 'container-title': unmarked(rest['container-title']) },
  ...{ author, editor, issued, volume, page, DOI },
})

const unmarked = (text: string | undefined): string | undefined =>
  text?.replace(/<[^<>]*>|[*_^~`$<>[\]\\@#|&]/g, '').replace(/--+/g, '-')

/** Pandoc's item of EndNote's XML has its pages in a field that CSL does not have. */
export const withPages = (item: CslItem): CslItem =>
  item.page === undefined && typeof item.pages === 'string' ? { ...item, page: item.pages } : item
