import type { LexiconChoice } from '../lexicon/choice.ts'
import type { DialectName } from '../manuscript/manuscript.ts'
import type { RuleSetting, RuleSettings } from '../rules/diagnose.ts'
import type { Span } from '../text/span.ts'

/** What a project file or the editor asks for; everything may be left out. */
export interface Configuration {
  readonly dialect?: DialectName
  readonly bibliography: readonly string[]
  /** The author's own library: what it has is suggested, and resolves nothing. */
  readonly library: readonly string[]
  /** Lists of retracted works. */
  readonly retractions: readonly string[]
  /** Lists of gene symbols that were given up. */
  readonly geneSymbols: readonly string[]
  readonly lexicons: readonly LexiconEntry[]
  /** What is offered and shown besides; nothing where it is not said. */
  readonly completeTerms?: boolean
  readonly showExpansions?: boolean
  readonly ignore: readonly string[]
  readonly rules: RuleSettings
  readonly overrides: readonly Override[]
}

/** A lexicon that is named, and what of it is in use. */
export interface LexiconEntry extends LexiconChoice {
  readonly path: string
  /** Where the project file names it. */
  readonly span?: Span
}

/** Settings for the files that one of the globs takes in. */
export interface Override {
  readonly files: readonly string[]
  readonly dialect?: DialectName
  readonly bibliography: readonly string[]
  readonly rules: RuleSettings
}

export const NO_CONFIGURATION: Configuration = {
  bibliography: [],
  library: [],
  retractions: [],
  geneSymbols: [],
  lexicons: [],
  ignore: [],
  rules: new Map(),
  overrides: [],
}

/** Rule settings with those of `over` laid on top, severity and options each for itself. */
export function mergeRules(under: RuleSettings, over: RuleSettings): RuleSettings {
  const merged = new Map<string, RuleSetting>(under)
  for (const [rule, setting] of over) {
    const before = merged.get(rule)
    merged.set(rule, { ...before, ...setting, options: { ...before?.options, ...setting.options } })
  }
  return merged
}

/** The editor's settings with the project file's laid on top: what CI sees decides. */
export function mergeConfigurations(editor: Configuration, project: Configuration): Configuration {
  const dialect = project.dialect ?? editor.dialect
  const completeTerms = project.completeTerms ?? editor.completeTerms
  const showExpansions = project.showExpansions ?? editor.showExpansions
  return {
    ...(dialect && { dialect }),
    ...(completeTerms !== undefined && { completeTerms }),
    ...(showExpansions !== undefined && { showExpansions }),
    bibliography: [...project.bibliography, ...editor.bibliography],
    library: [...project.library, ...editor.library],
    retractions: [...project.retractions, ...editor.retractions],
    geneSymbols: [...project.geneSymbols, ...editor.geneSymbols],
    lexicons: [...project.lexicons, ...editor.lexicons],
    ignore: [...project.ignore, ...editor.ignore],
    rules: mergeRules(editor.rules, project.rules),
    overrides: project.overrides,
  }
}
