import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileLexicon } from '../../src/lexicon/compile-lexicon.ts'
import type { Mention } from '../../src/lexicon/concept.ts'
import { readingsOf } from '../../src/lexicon/readings.ts'
import { hashOf } from '../../src/lexicon/tokens.ts'
import { abbreviationsIn } from '../../src/manuscript/abbreviations.ts'
import { nodeFiles } from '../../src/workspace/node-files.ts'
import { shippedPack } from '../../src/workspace/shipped.ts'
import { createWorkspace } from '../../src/workspace/workspace.ts'

// Every mention of the shipped pack in the manuscripts of ../shared/corpus, and some drawn from abstracts of PubMed, beside what a person judged of it in
// bench/judged/mentions.tsv: node dist/test/corpus/mentions.js. With --unread, those without a verdict and the text around.

const CORPUS = '../shared/corpus'
const JUDGED = 'bench/judged/mentions.tsv'
/** What was compiled from a manuscript says the same again. */
const KINDS = new Set(['manuscript', 'converted', 'numbered'])
const unread = process.argv.includes('--unread')

const rowsOf = (file: string): string[][] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .slice(1)
        .filter(Boolean)
        .map(line => line.split('\t'))
    : []

const verdicts = new Map(
  rowsOf(JUDGED).map(([path, offset, form, concept, , verdict]) => [
    [path, offset, form, concept].join('\t'),
    verdict!,
  ]),
)
/** How many mentions are drawn from the abstracts of PubMed beside the corpus. */
const DRAWN = 170
const ABSTRACTS = '../shared/corpora-abbreviations/Ab3P_bioc_gold.xml'
const paths = rowsOf(`${CORPUS}/MANIFEST.tsv`)
  .filter(cells => KINDS.has(cells[6] ?? ''))
  .map(cells => cells.at(-1)!.trim())
  .filter(path => /\.(md|qmd|rmd)$/i.test(path) && existsSync(`${CORPUS}/${path}`))
const sums = new Map<string, number>()
const count = (what: string): void => void sums.set(what, (sums.get(what) ?? 0) + 1)
let found = 0
const judge = (path: string, text: string, mentions: readonly Mention[]): void => {
  for (const { span, concept, form } of readingsOf(mentions)) {
    found++
    const kind = form.ambiguous ? 'ambiguous' : 'plain'
    const written = text.slice(span.start, span.end).replace(/\s+/g, ' ')
    const key = [path, span.start, written, concept.id].join('\t')
    const verdict = verdicts.get(key)
    count(`${kind}, ${verdict ?? 'without a verdict'}`)
    verdicts.delete(key)
    if (!unread || verdict !== undefined) continue
    const around = text.slice(Math.max(0, span.start - 70), span.end + 50).replace(/\s+/g, ' ')
    console.log(`${key}\t${kind}\t\n    ${around}`)
  }
}

for (const path of paths) {
  const uri = pathToFileURL(resolve(CORPUS, path)).href
  const workspace = createWorkspace(nodeFiles, { roots: [`${pathToFileURL(resolve(CORPUS)).href}/`] })
  const { manuscript, mentions } = await workspace.analysis(uri)
  judge(path, manuscript.text, mentions)
}
for (const { path, text, mention } of drawn()) judge(path, text, [mention])

console.log(`${found} mentions in ${paths.length} manuscripts and some of ${ABSTRACTS}`)
for (const [what, sum] of [...sums].sort()) console.log(`${sum} ${what}`)
if (verdicts.size > 0) console.log(`${verdicts.size} verdicts on what is found no longer: ${[...verdicts.keys()][0]}`)

/** Mentions in abstracts, the same ones each time: those whose place has the smallest hashes. */
function drawn(): { path: string; text: string; mention: Mention }[] {
  if (!existsSync(ABSTRACTS)) return []
  const lexicon = compileLexicon([shippedPack()])
  const all = [...readFileSync(ABSTRACTS, 'utf8').matchAll(/<document>[\s\S]*?<\/document>/g)].flatMap(
    ({ 0: document }) => {
      const id = /<id>(.*?)<\/id>/.exec(document)![1]!
      const text = document
        .split('<passage>')
        .slice(1)
        .map(passage => /<text>([\s\S]*?)<\/text>/.exec(passage)?.[1] ?? '')
        .join('\n\n')
      const defined = new Map(abbreviationsIn(text).map(({ short, long }) => [short, long]))
      return lexicon.mentionsIn(text, defined).map(mention => ({ path: `PMID ${id}`, text, mention }))
    },
  )
  const rank = ({ path, mention }: (typeof all)[number]): number => hashOf(`${path} ${mention.span.start}`)[0]
  return all.sort((a, b) => rank(a) - rank(b)).slice(0, DRAWN)
}
