import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DIALECT_NAMES } from '../../src/manuscript/manuscript.ts'
import { RULES } from '../../src/rules/index.ts'
import type { Severity } from '../../src/rules/rule.ts'
import { nodeFiles } from '../../src/workspace/node-files.ts'
import { createWorkspace } from '../../src/workspace/workspace.ts'

// Every finding in the manuscripts of ../shared/corpus, for a person to read: node dist/test/corpus/findings.js [RULE…]
// Without a rule, the number of findings by rule and kind of document, with every rule switched on.

const CORPUS = '../shared/corpus'
const KINDS = new Set(['manuscript', 'compiled', 'converted', 'numbered', 'fixture-doc', 'noise'])
const wanted = process.argv.slice(2)

const documents = existsSync(`${CORPUS}/MANIFEST.tsv`)
  ? readFileSync(`${CORPUS}/MANIFEST.tsv`, 'utf8')
      .split('\n')
      .slice(1)
      .map(line => line.split('\t'))
      .flatMap(cells => (KINDS.has(cells[6] ?? '') ? [{ kind: cells[6]!, path: cells.at(-1)!.trim() }] : []))
      .filter(({ path }) => /\.(md|qmd|rmd)$/i.test(path) && existsSync(`${CORPUS}/${path}`))
  : []

const on = new Map(
  RULES.map(({ id, severity }) => [id, { severity: severity === 'off' ? ('info' as Severity) : severity }]),
)
const counts = new Map<string, Map<string, number>>()
for (const { kind, path } of documents) {
  const uri = pathToFileURL(resolve(CORPUS, path)).href
  const workspace = createWorkspace(nodeFiles, { rules: on, roots: [`${pathToFileURL(resolve(CORPUS)).href}/`] })
  const text = await workspace.text(uri)
  for (const { rule, span, message, uri: where } of await workspace.diagnose(uri)) {
    const byKind = counts.get(rule) ?? new Map<string, number>()
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
    counts.set(rule, byKind)
    if (!wanted.includes(rule)) continue
    const around = where === uri && text ? text.slice(Math.max(0, span.start - 60), span.end + 60) : where
    console.log(`${path}:${span.start} ${message}\n    ${around.replace(/\s+/g, ' ')}`)
  }
}
if (wanted.length === 0) {
  const kinds = [...KINDS]
  console.log(['rule', 'default', ...kinds].join('\t'))
  for (const { id, severity } of RULES) {
    console.log([id, severity, ...kinds.map(kind => counts.get(id)?.get(kind) ?? 0)].join('\t'))
  }
  console.log(`${documents.length} documents, ${DIALECT_NAMES.length} dialects`)
}
