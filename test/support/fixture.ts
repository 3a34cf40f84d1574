import assert from 'node:assert/strict'
import type { Analysis } from '../../src/analysis/analysis.ts'
import type { RuleSettings } from '../../src/rules/diagnose.ts'
import { diagnose } from '../../src/rules/diagnose.ts'
import { RULES, ruleOf } from '../../src/rules/index.ts'
import type { Diagnostic } from '../../src/rules/rule.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { createWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { type MemoryFiles, memoryFiles } from './memory-files.ts'

/** The folder that the files of a fixture stand in. */
export const ROOT = 'file:///project/'

const CURSOR = '<|>'
const CARETS = /^[ \t]*\^+ (error|warning|info) [a-z-]+: /

/** A small project written in one string: `//- name` begins a file, `<|>` is the cursor, lines of carets are diagnostics. */
export interface Fixture {
  /** The files without cursor and carets, by URI. */
  readonly files: MemoryFiles
  readonly workspace: Workspace
  /** The manuscript: the file with the cursor, else the last one that is Markdown. */
  readonly uri: string
  readonly text: string
  /** Offset of the cursor in the manuscript; its end when there is none. */
  readonly offset: number
  /** The files as written, with their caret lines. */
  readonly written: ReadonlyMap<string, string>
  analysis(): Promise<Analysis>
}

export function open(fixture: string): Fixture {
  const written = split(fixture)
  const clean = new Map<string, string>()
  let cursor: { uri: string; offset: number } | undefined
  for (const [uri, content] of written) {
    const text = content
      .split('\n')
      .filter(line => !CARETS.test(line))
      .join('\n')
    const offset = text.indexOf(CURSOR)
    if (offset >= 0) cursor = { uri, offset }
    clean.set(uri, text.replace(CURSOR, ''))
  }
  const manuscripts = [...clean.keys()].filter(uri => /\.(md|qmd|rmd)$/i.test(uri))
  const uri = cursor?.uri ?? manuscripts.at(-1) ?? [...clean.keys()].at(-1)!
  const files = memoryFiles(clean)
  const workspace = createWorkspace(files, { roots: [ROOT] })
  const text = clean.get(uri)!
  return {
    files,
    workspace,
    uri,
    text,
    written,
    offset: cursor?.offset ?? text.length,
    analysis: () => workspace.analysis(uri),
  }
}

/** Checks that the diagnostics of every manuscript are the ones drawn with carets; `only` looks at one rule. */
export async function checkDiagnostics(
  fixture: string,
  { only, settings }: { only?: string; settings?: RuleSettings } = {},
): Promise<void> {
  const { files, workspace, written } = open(fixture)
  const found: Diagnostic[] = []
  for (const uri of files.texts.keys()) {
    if (!/\.(md|qmd|rmd)$/i.test(uri)) continue
    const rules = only === undefined ? RULES : [ruleOf(only) ?? assert.fail(`no rule ${only}`)]
    const on: RuleSettings =
      settings ??
      (only !== undefined && ruleOf(only)!.severity === 'off' ? new Map([[only, { severity: 'warning' }]]) : new Map())
    for (const diagnostic of diagnose(await workspace.analysis(uri), on, rules)) {
      const same = (other: Diagnostic) =>
        other.uri === diagnostic.uri &&
        other.rule === diagnostic.rule &&
        other.span.start === diagnostic.span.start &&
        other.message === diagnostic.message
      if (!found.some(same)) found.push(diagnostic)
    }
  }
  const rendered = [...files.texts].map(
    ([uri, text]) =>
      [
        uri,
        withCarets(
          text,
          found.filter(diagnostic => diagnostic.uri === uri),
        ),
      ] as const,
  )
  const expected = [...written].map(([uri, text]) => [uri, text.replace(CURSOR, '')] as const)
  assert.equal(join(rendered), join(expected))
}

/** Checks that the fix titled `title` on the manuscript (or its only fix) turns it into `after`. */
export async function checkFix(fixture: string, rule: string, after: string, title?: string): Promise<void> {
  const { workspace, uri, text } = open(fixture)
  const fixes = diagnose(await workspace.analysis(uri), new Map([[rule, { severity: 'warning' }]]), [
    ruleOf(rule)!,
  ]).flatMap(({ fixes = [] }) => fixes)
  const chosen = title === undefined ? fixes : fixes.filter(fix => fix.title === title)
  assert.ok(chosen.length > 0, `no fix ${title ?? ''} among: ${fixes.map(fix => fix.title).join(', ') || 'none'}`)
  assert.equal(
    applyEdits(
      text,
      chosen.flatMap(({ edits }) => edits),
    ).text,
    after,
  )
}

function split(fixture: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const part of fixture.replace(/^\n/, '').split(/^\/\/- /m)) {
    if (part.trim() === '') continue
    const end = part.indexOf('\n')
    files.set(ROOT + part.slice(0, end).trim(), part.slice(end + 1))
  }
  return files
}

/** The text with each finding drawn under its line; a finding of several lines is drawn to the end of its first. */
function withCarets(text: string, diagnostics: readonly Diagnostic[]): string {
  const lines = text.split('\n')
  const drawn = new Map<number, string[]>()
  for (const { span, severity, rule, message } of [...diagnostics].sort((a, b) => a.span.start - b.span.start)) {
    const before = text.slice(0, span.start).split('\n')
    const line = before.length - 1
    const column = before[line]!.length
    const length = Math.max(1, Math.min(span.end - span.start, lines[line]!.length - column))
    drawn.set(line, [
      ...(drawn.get(line) ?? []),
      `${' '.repeat(column)}${'^'.repeat(length)} ${severity} ${rule}: ${message}`,
    ])
  }
  return lines.flatMap((line, index) => [line, ...(drawn.get(index) ?? [])]).join('\n')
}

const join = (files: readonly (readonly [string, string])[]): string =>
  files.map(([uri, text]) => `//- ${uri.slice(ROOT.length)}\n${text}`).join('')
