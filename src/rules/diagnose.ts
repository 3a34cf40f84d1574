import type { Analysis } from '../analysis/analysis.ts'
import { valuesOf } from '../settings/setting.ts'
import { RULES } from './index.ts'
import type { Diagnostic, Finding, Rule, Severity } from './rule.ts'
import { suppressions } from './suppressions.ts'

/** What is configured for one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off'
  readonly options?: Readonly<Record<string, unknown>>
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>

/**
 * Every rule's findings on one manuscript and its bibliographies, in order of file and place.
 * A rule that fails is reported as such and costs only its own findings.
 */
export function diagnose(
  analysis: Analysis,
  settings: RuleSettings = new Map(),
  rules: readonly Rule[] = RULES,
): readonly Diagnostic[] {
  const suppressed = suppressions(analysis.manuscript)
  const found: Diagnostic[] = []
  for (const rule of rules) {
    const setting = settings.get(rule.id)
    const severity = setting?.severity ?? rule.severity
    if (severity === 'off') continue
    for (const finding of findings(rule, analysis, setting?.options)) {
      const uri = finding.uri ?? analysis.uri
      if (uri === analysis.uri && suppressed(rule.id, finding.span.start)) continue
      found.push({ ...finding, uri, rule: rule.id, severity })
    }
  }
  return found.sort(
    (a, b) =>
      Number(a.uri !== analysis.uri) - Number(b.uri !== analysis.uri) ||
      (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
}

function findings(rule: Rule, analysis: Analysis, options: Readonly<Record<string, unknown>> = {}): readonly Finding[] {
  try {
    return [...rule.check(analysis, valuesOf(rule.options, options))]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The rule could not be run on this file: ${reason}. This is a fault of Stroma, not of the manuscript; please report it.`
    return [{ span: { start: 0, end: 0 }, message }]
  }
}
