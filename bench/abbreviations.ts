import { existsSync, readFileSync } from 'node:fs'
import { abbreviationsIn } from '../src/manuscript/abbreviations.ts'
import type { Bench } from './support/bench.ts'

const FOLDER = '../shared/corpora-abbreviations'

/**
 * Definitions found against gold pairs in BioC corpora, exact pairs of short and long form in each document, spaces
 * normalised. Every second document, beginning with the first, was looked at and tuned on; the others were only scored, and a rule that did not hold
 * on them was taken back once.
 */
const abbreviations: Bench = async () => {
  const corpora = ['Ab3P', 'medstract', 'SH', 'bioadi'].filter(name => existsSync(pathOf(name)))
  const rows = corpora.flatMap(name => {
    const documents = documentsOf(readFileSync(pathOf(name), 'utf8'))
    const halves = [
      ['tuned on', documents.filter((_, index) => index % 2 === 0)],
      ['the rest', documents.filter((_, index) => index % 2 === 1)],
      ['all', documents],
    ] as const
    return halves.map(([half, part]) => [name, half, ...scoreOf(part)])
  })
  return [
    {
      caption:
        'Abbreviation definitions, exact pairs. Published: Schwartz and Hearst P .96 R .82 on Medstract; Ab3P P .965 R .832 on its own corpus.',
      columns: ['corpus', 'documents', 'precision', 'recall', 'F', 'right', 'wrong', 'missed', 'MB/s'],
      rows,
    },
  ]
}

const pathOf = (name: string) => `${FOLDER}/${name}_bioc_gold.xml`

interface Document {
  readonly passages: readonly string[]
  readonly pairs: ReadonlySet<string>
}

function scoreOf(documents: readonly Document[]): (string | number)[] {
  let right = 0
  let wrong = 0
  let missed = 0
  let characters = 0
  const start = performance.now()
  for (const { passages, pairs } of documents) {
    const found = new Set(passages.flatMap(text => abbreviationsIn(text).map(({ short, long }) => pairOf(short, long))))
    characters += passages.join('').length
    for (const pair of found) pairs.has(pair) ? right++ : wrong++
    for (const pair of pairs) if (!found.has(pair)) missed++
  }
  const seconds = (performance.now() - start) / 1000
  const precision = right / (right + wrong)
  const recall = right / (right + missed)
  const f = (2 * precision * recall) / (precision + recall)
  const speed = (characters / 2 ** 20 / seconds).toFixed(1)
  return [precision.toFixed(3), recall.toFixed(3), f.toFixed(3), right, wrong, missed, speed]
}

const pairOf = (short: string, long: string) => `${short} | ${long}`.replace(/\s+/g, ' ').trim()

/** The passages and gold pairs of a BioC file; these files hold one element after the other in one fixed form. */
function documentsOf(xml: string): Document[] {
  return xml
    .split('<document>')
    .slice(1)
    .map(document => {
      const passages: string[] = []
      const pairs = new Set<string>()
      for (const passage of document.split('<passage>').slice(1)) {
        passages.push(decode(/<text>([\s\S]*?)<\/text>/.exec(passage.replace(/<annotation[\s\S]*/, ''))?.[1] ?? ''))
        const texts = new Map<string, string>()
        for (const [, id, text] of passage.matchAll(
          /<annotation id="([^"]+)">[\s\S]*?<text>([\s\S]*?)<\/text><\/annotation>/g,
        )) {
          texts.set(id!, decode(text!))
        }
        for (const [relation] of passage.matchAll(/<relation[\s\S]*?<\/relation>/g)) {
          const nodes = [...relation.matchAll(/refid="([^"]+)" role="([^"]+)"/g)]
          const textOf = (role: string) => texts.get(nodes.find(node => node[2] === role)?.[1] ?? '') ?? ''
          pairs.add(pairOf(textOf('ShortForm'), textOf('LongForm')))
        }
      }
      return { passages, pairs }
    })
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const decode = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!)

export default abbreviations
