import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Files } from '../../src/workspace/files.ts'
import { nodeFiles } from '../../src/workspace/node-files.ts'
import { memoryFiles } from '../support/memory-files.ts'

/** A document of the corpora beside the repository: what it is called in the lists of what was judged, and where it is read. */
export interface CorpusDocument {
  readonly name: string
  readonly kind: string
  readonly uri: string
}

const CORPUS = '../shared/corpus'
const ABSTRACTS = ['Ab3P', 'medstract'].map(name => `../shared/corpora-abbreviations/${name}_bioc_gold.xml`)
export const CORPUS_ROOT = `${pathToFileURL(resolve(CORPUS)).href}/`
const ABSTRACTS_ROOT = 'file:///abstracts/'

/**
 * The sources of the corpus that are about biology or medicine, by what their repositories say of themselves: health data,
 * the articles of CRAFT (mouse biology), metagenomics, language models for biomedicine, chemical roles, deep learning in
 * biology, drug repurposing, lymphoma, and oxygen therapy. The others are about writing, or are the documents of tools.
 */
const BIOMEDICAL =
  /^(?:bookdown-ohdsi|craft-nxml|joss-yacht|manubot-(?:biochatter|chemical-roles|deep-rules|rephetio)|quarto-dlbcl|rmd-zhf-review)\//
/** What those repositories have from the template that they were made with. */
const TEMPLATES = /\/(?:USAGE|XX\.formatting_reference)\.md$/
/** What was compiled from a manuscript says the same again. */
const WRITTEN = new Set(['manuscript', 'converted', 'numbered'])
const DOCUMENTS = new Set([...WRITTEN, 'compiled', 'fixture-doc', 'noise'])

/** Every document of the corpus in Markdown. */
export const documents: readonly CorpusDocument[] = rowsOf(`${CORPUS}/MANIFEST.tsv`)
  .map(cells => ({ kind: cells[6] ?? '', name: cells.at(-1)!.trim() }))
  .filter(({ kind }) => DOCUMENTS.has(kind))
  .filter(({ name }) => /\.(md|qmd|rmd)$/i.test(name) && existsSync(`${CORPUS}/${name}`))
  .map(document => ({ ...document, uri: pathToFileURL(resolve(CORPUS, document.name)).href }))

/** The manuscripts among them that are about biology or medicine. */
export const biomedical = documents.filter(
  ({ kind, name }) => WRITTEN.has(kind) && BIOMEDICAL.test(name) && !TEMPLATES.test(name),
)

const texts = new Map(ABSTRACTS.filter(existsSync).flatMap(file => abstractsIn(readFileSync(file, 'utf8'))))

/** Abstracts of PubMed with their titles, each as a manuscript of its own. */
export const abstracts: readonly CorpusDocument[] = [...texts.keys()].map(name => ({
  name,
  kind: 'abstract',
  uri: addressOf(name),
}))

const inMemory = memoryFiles([...texts].map(([name, text]) => [addressOf(name), text]))
const filesOf = (uri: string): Files => (uri.startsWith(ABSTRACTS_ROOT) ? inMemory : nodeFiles)

/** The files of the disk, and the abstracts. */
export const corpusFiles: Files = {
  read: uri => filesOf(uri).read(uri),
  kind: uri => filesOf(uri).kind(uri),
  list: uri => filesOf(uri).list(uri),
}

/** The cells of a file of tab-separated values without its first line; none when there is no such file. */
export function rowsOf(file: string): readonly (readonly string[])[] {
  if (!existsSync(file)) return []
  const [, ...lines] = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => line.split('\t'))
}

/** How a file is called in the lists of what was judged. */
export function nameOf(uri: string): string {
  const root = uri.startsWith(ABSTRACTS_ROOT) ? ABSTRACTS_ROOT : CORPUS_ROOT
  return decodeURIComponent(uri.slice(root.length)).replace(/^(PMID \d+)\/.*$/, '$1')
}

function addressOf(name: string): string {
  return `${ABSTRACTS_ROOT}${encodeURIComponent(name)}/abstract.md`
}

function abstractsIn(xml: string): [name: string, text: string][] {
  return [...xml.matchAll(/<document>[\s\S]*?<\/document>/g)].map(({ 0: document }) => {
    const id = /<id>(.*?)<\/id>/.exec(document)![1]!
    const [title, ...passages] = [...document.matchAll(/<passage>[\s\S]*?<text>([\s\S]*?)<\/text>/g)].map(passage =>
      unescaped(passage[1]!),
    )
    return [`PMID ${id}`, `# ${title}\n\n${passages.join('\n\n')}\n`]
  })
}

function unescaped(text: string): string {
  const characters = new Map(Object.entries({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }))
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => characters.get(name)!)
}
