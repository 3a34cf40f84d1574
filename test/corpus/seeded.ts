import { hashOf } from '../../src/lexicon/tokens.ts'
import { readManuscript } from '../../src/manuscript/read-manuscript.ts'
import { RULES } from '../../src/rules/index.ts'
import type { Severity } from '../../src/rules/rule.ts'
import { applyEdits, type Edit } from '../../src/text/edit.ts'
import type { Files } from '../../src/workspace/files.ts'
import { createWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { abstracts, biomedical, CORPUS_ROOT, type CorpusDocument, corpusFiles } from './documents.ts'
import type { Mistake, Spoilt } from './mistake.ts'
import { MISTAKES_IN_ABBREVIATIONS } from './mistakes-in-abbreviations.ts'
import { MISTAKES_IN_REFERENCES } from './mistakes-in-references.ts'
import { MISTAKES_IN_WORDING } from './mistakes-in-wording.ts'

// Puts mistakes into the manuscripts and abstracts of ../shared, one into each of thirty texts a kind, and says which are
// found, of which the first repair gives back what was there, and what else is reported since: node dist/test/corpus/seeded.js
//   RULE…      only mistakes for these rules
//   --list     prints every one that is not found, and all that is reported besides

const DRAWN = 30

const named = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const isListed = process.argv.includes('--list')
const on = new Map(
  RULES.map(({ id, severity }) => [id, { severity: severity === 'off' ? ('info' as Severity) : severity }]),
)
const options = { rules: on, roots: [CORPUS_ROOT] }
const untouched = createWorkspace(corpusFiles, options)

console.log(['rule', 'mistake', 'put', 'found', 'repaired', 'reported besides'].join('\t'))
for (const mistake of [...MISTAKES_IN_WORDING, ...MISTAKES_IN_ABBREVIATIONS, ...MISTAKES_IN_REFERENCES]) {
  if (named.length > 0 && !named.includes(mistake.rule)) continue
  let found = 0
  let repaired = 0
  let besides = 0
  const texts = await drawn(mistake)
  for (const { uri, spoilt } of texts) {
    const before = await findingsIn(untouched, uri)
    const after = await findingsIn(createWorkspace(overlaid(uri, spoilt.text), options), uri)
    const isHere = ({ rule, start, end }: Finding) => rule === mistake.rule && start < spoilt.end && end > spoilt.start
    const here = after.filter(isHere)
    if (here.length > 0) found++
    if (here.some(({ edits }) => applyEdits(spoilt.text, edits).text === spoilt.original)) repaired++
    else if (isListed && here.length > 0) console.log(`  not repaired: ${around(spoilt)}`)
    if (isListed && here.length === 0) console.log(`  not found: ${decodeURIComponent(uri)}\n    ${around(spoilt)}`)
    const known = new Set(before.map(({ rule, message }) => `${rule} ${message}`))
    const others = after.filter(finding => !isHere(finding) && !known.has(`${finding.rule} ${finding.message}`))
    besides += others.length
    if (!isListed) continue
    for (const { rule, message, start, end } of others)
      console.log(`  besides: ${rule}: ${message}\n    ${around({ ...spoilt, start, end })}`)
  }
  console.log([mistake.rule, mistake.name, texts.length, found, repaired, besides].join('\t'))
}

interface Finding {
  readonly rule: string
  readonly message: string
  readonly start: number
  readonly end: number
  /** Of its first repair. */
  readonly edits: readonly Edit[]
}

async function findingsIn(workspace: Workspace, document: string): Promise<readonly Finding[]> {
  const diagnostics = await workspace.diagnose(document)
  return diagnostics
    .filter(({ uri }) => uri === document)
    .map(({ rule, message, span, fixes }) => ({ rule, message, ...span, edits: fixes?.[0]?.edits ?? [] }))
}

/** Texts in which the mistake can be made, in an order that depends on nothing but their names. */
async function drawn({
  rule,
  name,
  isOutsideProse,
  put,
}: Mistake): Promise<readonly { uri: string; spoilt: Spoilt }[]> {
  const rank = (document: CorpusDocument) => hashOf(`${rule} ${name} ${document.name}`)[0]
  const chosen: { uri: string; spoilt: Spoilt }[] = []
  for (const { uri } of [...biomedical, ...abstracts].sort((a, b) => rank(a) - rank(b))) {
    if (chosen.length === DRAWN) break
    const read = await corpusFiles.read(uri)
    if ('failure' in read) continue
    const spoilt = put(read.text, below => (hashOf(`${rule} ${uri}`)[0] >>> 0) % below)
    if (spoilt && (isOutsideProse || isProse(spoilt))) chosen.push({ uri, spoilt })
  }
  return chosen
}

/** Whether the mistake is in what is read as text, not in code or an address. */
function isProse({ text, start, end }: Spoilt): boolean {
  return readManuscript(text, 'pandoc').prose.slice(start, end) === text.slice(start, end)
}

/** The files with another text at one place. */
function overlaid(at: string, text: string): Files {
  return { ...corpusFiles, read: async uri => (uri === at ? { text, bom: false } : corpusFiles.read(uri)) }
}

function around({ text, start, end }: Spoilt): string {
  const shown = `${text.slice(Math.max(0, start - 120), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 80)}`
  return shown.replace(/\s+/g, ' ')
}
