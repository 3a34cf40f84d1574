import type { BibliographiesReport, BibliographySource } from './requests.ts'

/** The answer about one manuscript's bibliographies as a page of Markdown; `nameOf` shortens a path for the reader. */
export const reportText = (
  manuscript: string,
  { dialect, sources }: BibliographiesReport,
  nameOf: (path: string) => string,
): string => {
  const references = sources.reduce((sum, source) => sum + source.references, 0)
  const read = sources.filter(source => source.failure === undefined).length
  return [
    `# Bibliographies of ${manuscript}`,
    '',
    `${counted(references, 'reference')} from ${counted(read, 'bibliography', 'bibliographies')}; read as ${dialect}.`,
    ...sources.flatMap(source => sourceLines(source, nameOf)),
    '',
  ].join('\n')
}

const sourceLines = (source: BibliographySource, nameOf: (path: string) => string): string[] => {
  const { path, declaredIn, format, references, problems, looked, failure } = source
  const lines = ['', `## ${nameOf(path)}`, '', `- Named in: ${declaredIn}`]
  if (failure === undefined) lines.push(`- Read: ${counted(references, 'reference')}${format ? ` (${format})` : ''}`)
  else lines.push(`- **Not read:** ${failure}`)
  if (looked.length > 0 && failure !== undefined) {
    lines.push('- Looked for at:', ...looked.map(place => `  - ${nameOf(place)}`))
  }
  if (problems.length > 0) {
    lines.push(`- ${counted(problems.length, 'problem')}:`)
    for (const { message, uri, range } of problems) {
      const place = range && `line ${range.start.line + 1}: `
      const link = range ? `${uri}#L${range.start.line + 1}` : uri
      lines.push(`  - ${place ?? ''}${message} ([open](${link}))`)
    }
  }
  return lines
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
