import { hashOf } from '../../src/lexicon/tokens.ts'
import { RULES } from '../../src/rules/index.ts'
import type { Severity } from '../../src/rules/rule.ts'
import { lineIndex } from '../../src/text/line-index.ts'
import { createWorkspace } from '../../src/workspace/workspace.ts'
import {
  abstracts,
  biomedical,
  CORPUS_ROOT,
  type CorpusDocument,
  corpusFiles,
  documents,
  nameOf,
  rowsOf,
} from './documents.ts'

// What every rule finds in the biomedical manuscripts of ../shared/corpus and in abstracts of PubMed, with every rule
// switched on, beside what a person judged of it in bench/judged/findings.tsv: node dist/test/corpus/findings.js
//   RULE…            prints every finding of these rules, in all documents of the corpus and the abstracts
//   --unread RULE…   prints what is drawn of them and has no verdict, with the text around
//   --kinds          the number of findings by rule and kind of document, over all documents of the corpus

const JUDGED = 'bench/judged/findings.tsv'
/** How many findings of a rule are drawn to be judged, in the manuscripts and in the abstracts: those whose place has the smallest hashes. */
const DRAWN = 30

const VERDICTS = ['right', 'arguable', 'wrong']

interface Found {
  readonly rule: string
  readonly source: 'manuscripts' | 'abstracts'
  readonly place: string
  readonly quoted: string
  readonly message: string
  readonly around: string
  readonly kind: string
}

const named = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const on = new Map(
  RULES.map(({ id, severity }) => [id, { severity: severity === 'off' ? ('info' as Severity) : severity }]),
)
const workspace = createWorkspace(corpusFiles, { rules: on, roots: [CORPUS_ROOT] })

if (process.argv.includes('--kinds')) printKinds(await findingsIn(documents))
else if (process.argv.includes('--unread')) printUnread(drawn(await findingsIn([...biomedical, ...abstracts])))
else if (named.length > 0) print(await findingsIn([...documents, ...abstracts]))
else printPrecision(await findingsIn([...biomedical, ...abstracts]))

/** The findings in some documents; one in a bibliography that several of them share counts once. */
async function findingsIn(among: readonly CorpusDocument[]): Promise<readonly Found[]> {
  const found = new Map<string, Found>()
  for (const { uri: document, kind } of among) {
    for (const { rule, span, message, uri } of await workspace.diagnose(document)) {
      if (named.length > 0 && !named.includes(rule)) continue
      const text = (await workspace.text(uri)) ?? ''
      const { line, column } = lineIndex(text).positionAt(span.start)
      const place = `${nameOf(uri)}\t${line}\t${column}`
      const quoted = text.slice(span.start, span.end).trim().split(/\s+/).slice(0, 8).join(' ')
      const around = `${text.slice(Math.max(0, span.start - 240), span.start)}⟦${text.slice(span.start, span.end)}⟧${text.slice(span.end, span.end + 160)}`
      const source = kind === 'abstract' ? 'abstracts' : 'manuscripts'
      found.set(`${rule}\t${place}\t${message}`, { rule, source, place, quoted, message, around, kind })
    }
  }
  return [...found.values()]
}

/** What is drawn to be judged of every rule and source. */
function drawn(findings: readonly Found[]): readonly Found[] {
  const groups = new Map<string, Found[]>()
  for (const one of findings) {
    const group = `${one.rule} ${one.source}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  const rank = ({ rule, place }: Found): number => hashOf(`${rule} ${place}`)[0]
  return [...groups.values()].flatMap(group => group.sort((a, b) => rank(a) - rank(b)).slice(0, DRAWN))
}

function print(findings: readonly Found[]): void {
  for (const { place, message, around } of findings)
    console.log(`${place.replaceAll('\t', ':')} ${message}\n    ${around.replace(/\s+/g, ' ')}`)
}

function printUnread(findings: readonly Found[]): void {
  const judged = verdicts()
  for (const { rule, place, quoted, message, around } of findings) {
    if (judged.has(keyOf(rule, place))) continue
    console.log(`${rule}\t${place}\t${quoted}\t\t\n    ${message}\n    ${around.replace(/\s+/g, ' ')}`)
  }
}

function printKinds(findings: readonly Found[]): void {
  const kinds = [...new Set(documents.map(({ kind }) => kind))]
  console.log(['rule', 'default', ...kinds].join('\t'))
  for (const { id, severity } of RULES) {
    const own = findings.filter(({ rule }) => rule === id)
    console.log([id, severity, ...kinds.map(wanted => own.filter(({ kind }) => kind === wanted).length)].join('\t'))
  }
}

function printPrecision(findings: readonly Found[]): void {
  const judged = verdicts()
  const reported = new Set(findings.map(({ rule, place }) => keyOf(rule, place)))
  const sample = drawn(findings)
  const columns = ['default', 'in manuscripts', 'in abstracts', 'drawn, unread', 'judged', 'still reported']
  console.log(['rule', ...columns, ...VERDICTS, 'right of those'].join('\t'))
  for (const { id, severity } of RULES) {
    const isOwn = ({ rule }: Found): boolean => rule === id
    const keys = [...judged.keys()].filter(key => key.startsWith(`${id}\t`))
    const still = keys.filter(key => reported.has(key))
    const sums = VERDICTS.map(verdict => still.filter(key => judged.get(key) === verdict).length)
    const precision = still.length > 0 ? `${Math.round((100 * sums[0]!) / still.length)} %` : '–'
    const found = ['manuscripts', 'abstracts'].map(
      from => findings.filter(isOwn).filter(it => it.source === from).length,
    )
    const unread = sample.filter(isOwn).filter(({ rule, place }) => !judged.has(keyOf(rule, place))).length
    console.log([id, severity, ...found, unread, keys.length, still.length, ...sums, precision].join('\t'))
  }
  console.log(`${biomedical.length} manuscripts, ${abstracts.length} abstracts`)
}

function verdicts(): ReadonlyMap<string, string> {
  return new Map(
    rowsOf(JUDGED).map(([rule, file, line, column, , verdict]) => [
      keyOf(rule!, [file, line, column].join('\t')),
      verdict!,
    ]),
  )
}

function keyOf(rule: string, place: string): string {
  return `${rule}\t${place}`
}
