import type { Diagnostic } from '../rules/rule.ts'
import type { Inspection } from '../workspace/workspace.ts'

/** What is wrong with the project file, as findings in it: the command line says it as failures, an editor has only findings. */
export const configurationFindings = ({ projectFile, configurationProblems }: Inspection): readonly Diagnostic[] =>
  projectFile === undefined
    ? []
    : configurationProblems.map(({ message, span }) => ({
        rule: 'configuration',
        severity: 'warning',
        uri: projectFile,
        message,
        span,
      }))
