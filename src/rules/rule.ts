import type { Analysis } from '../analysis/analysis.ts'
import type { Settings, ValuesOf } from '../settings/setting.ts'
import type { Edit } from '../text/edit.ts'
import type { Location, Span } from '../text/span.ts'

export type Severity = 'error' | 'warning' | 'info'

/** What a rule says of one place. */
export interface Finding {
  readonly span: Span
  /** The file that `span` is in, when it is not the manuscript itself (a bibliography). */
  readonly uri?: string
  readonly message: string
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
}

/** Another place that explains a finding. */
export interface Related {
  readonly message: string
  readonly location: Location
}

/** A repair of one file. `safe` means that it cannot change what the author meant: `--fix` makes it unasked. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
  readonly safe: boolean
}

/** A finding with its rule, severity and file: what the editor and the command line both show. */
export interface Diagnostic extends Finding {
  readonly rule: string
  readonly severity: Severity
  readonly uri: string
}

/** A small project in the notation of the tests, printed in the rule's page and run as a test. */
export interface Example {
  readonly shows: string
  readonly files: string
}

/** Metadata, documentation, options, check and fixes of one rule, in one file. The id names the defect. */
export interface Rule<Options extends Settings = Settings> {
  readonly id: string
  /** One sentence, stating how it should be. */
  readonly summary: string
  readonly why: string
  /** Severity when nothing is configured; `off` for rules that are opt-in. */
  readonly severity: Severity | 'off'
  readonly since: string
  readonly options: Options
  readonly examples: readonly Example[]
  check(analysis: Analysis, options: ValuesOf<Options>): Iterable<Finding>
}

/** Declares a rule, so that the types of its options follow from their declaration. */
export const defineRule = <const Options extends Settings>(rule: Rule<Options>): Rule => rule as unknown as Rule
