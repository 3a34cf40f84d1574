import type { Diagnostic, Severity } from '../rules/rule.ts'
import type { Problem } from '../text/span.ts'
import type { Inspection } from '../workspace/workspace.ts'

/** What is wrong with the project file, as findings in it: the command line says it as failures, an editor has only findings. */
export function configurationFindings({
  projectFile,
  configurationProblems,
  configurationNotes,
}: Inspection): readonly Diagnostic[] {
  if (projectFile === undefined) return []
  const finding =
    (severity: Severity) =>
    ({ message, span }: Problem): Diagnostic => ({ rule: 'configuration', severity, uri: projectFile, message, span })
  return [...configurationProblems.map(finding('warning')), ...configurationNotes.map(finding('info'))]
}
