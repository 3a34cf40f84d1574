/**
 * Lints every document of the corpus beside the repository that Pandoc's verdict is kept for, and compares the citekeys
 * reported as unresolved with those that Pandoc warns of. Prints precision, recall and every difference.
 * Run it by `node esbuild.js tests && node dist/test/corpus/unresolved-citations.js [PART OF A PATH]`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { createChecker } from '../../src/cli/lint/check.ts'
import { uriOf } from '../../src/cli/paths.ts'
import { identifierOf } from '../../src/manuscript/manubot/identifier.ts'
import { nodeFiles } from '../../src/workspace/node-files.ts'

interface Verdict {
  readonly file: string
  readonly flavour: string
  readonly bibliography?: { readonly used?: readonly string[]; readonly absent?: readonly string[] }
  readonly citeproc?: { readonly missing?: readonly string[]; readonly error?: string }
  readonly manubot?: { readonly not_in_table: readonly string[]; readonly no_reference: readonly string[] }
  readonly groups: readonly { readonly definition?: boolean; readonly cites: readonly { readonly id: string }[] }[]
}

const corpus = resolve('../shared/corpus')

/** What the renderer will not find: Manubot's own list where there is one, else Pandoc's. */
function missing({ manubot, citeproc }: Verdict): readonly string[] {
  return manubot ? [...manubot.not_in_table, ...manubot.no_reference] : (citeproc?.missing ?? [])
}

const UNEXPLAINED = 'not explained'

/** Why a key that the renderer did not find is rightly not reported; judged from the file, not from what Stroma says. */
function explain(key: string, { file, flavour }: Verdict, text: string): string {
  if (/[{}]/.test(key)) return 'a template, which is filled in before the renderer reads it'
  const isLabel = text.includes(`(${key})=`) || text.includes(`:label: ${key}`) || text.includes(`:name: ${key}`)
  if (flavour.startsWith('myst') && isLabel) return 'a label of the same MyST page, to which `@` refers'
  if (flavour === 'manubot' && !/^\d/.test(basename(file))) {
    if (text.includes(`[@${key}]: `)) return 'an alias that the same file defines for Manubot'
    return identifierOf(key) && !identifierOf(key)?.problem
      ? 'a persistent identifier in a file that Manubot does not build; it would look it up'
      : UNEXPLAINED
  }
  return UNEXPLAINED
}

const keyIn = (message: string): string => /“(.*?)”/s.exec(message)?.[1] ?? message

if (!existsSync(corpus)) {
  console.log('There is no corpus beside the repository; nothing was checked.')
} else {
  const part = process.argv[2] ?? ''
  const paths = globSync('oracle/**/*.cites.json', { cwd: corpus })
    .filter(path => path.includes(part))
    .sort()
  const checker = createChecker(nodeFiles, { cwd: corpus, rules: new Map() })
  const reasons = new Map<string, number>()
  const sums = new Map<string, { files: number; both: number; only: number; lacking: number }>()
  for (const path of paths) {
    const verdict = JSON.parse(readFileSync(join(corpus, path), 'utf8')) as Verdict
    const { files, failures } = await checker.check(uriOf(join(corpus, verdict.file)))
    if (failures.length > 0) console.log(`${verdict.file}: ${failures.join('; ')}`)
    const findings = (files[0]?.findings ?? []).filter(({ rule }) => rule === 'unresolved-citation')
    const ours = new Set(findings.map(({ message }) => keyIn(message)))
    const theirs = new Set(missing(verdict))
    const only = [...ours].filter(key => !theirs.has(key))
    const lacking = [...theirs].filter(key => !ours.has(key))
    const text = lacking.length > 0 ? readFileSync(join(corpus, verdict.file), 'utf8') : ''
    const group = `${verdict.file.split('/')[0]} ${verdict.bibliography?.used?.length ? 'judged by the renderer' : 'without a bibliography'}`
    const sum = sums.get(group) ?? { files: 0, both: 0, only: 0, lacking: 0 }
    sums.set(group, sum)
    sum.files++
    sum.both += ours.size - only.length
    sum.only += only.length
    sum.lacking += lacking.length
    if (only.length > 0) console.log(`+ ${verdict.file}: ${only.slice(0, 12).join('  ')}`)
    if (verdict.bibliography?.used?.length) {
      for (const key of lacking) {
        const why = explain(key, verdict, text)
        reasons.set(why, (reasons.get(why) ?? 0) + 1)
      }
    }
    if (lacking.length > 0) console.log(`- ${verdict.file}: ${lacking.slice(0, 12).join('  ')}`)
  }
  console.log('')
  for (const [group, { files, both, only, lacking }] of [...sums].sort()) {
    console.log(`${group}: ${files} files, ${both} in both, ${only} only Stroma, ${lacking} only the renderer`)
  }
  const judged = [...sums].flatMap(([group, sum]) => (group.endsWith('renderer') ? [sum] : []))
  const total = judged.reduce((a, b) => ({
    files: a.files + b.files,
    both: a.both + b.both,
    only: a.only + b.only,
    lacking: a.lacking + b.lacking,
  }))
  const { files, both, only, lacking } = total
  console.log(
    `\n${files} files judged by the renderer: precision ${(both / (both + only)).toFixed(4)}, recall ${(both / (both + lacking)).toFixed(4)}`,
  )
  console.log('\nWhy Stroma is silent where the renderer warned:')
  for (const [why, count] of reasons) console.log(`${count} ${why}`)
  if (reasons.has(UNEXPLAINED)) process.exitCode = 1
}
