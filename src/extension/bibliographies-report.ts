import type { BibliographiesReport, BibliographySource } from './requests.ts'

type NameOf = (uri: string) => string

/** The answer about one manuscript's bibliographies as a page of Markdown; `nameOf` shortens an address for the reader. */
export const reportText = (manuscript: string, report: BibliographiesReport, nameOf: NameOf): string => {
  const { dialect, projectFile, sources, duplicates } = report
  const references = sources.reduce((sum, source) => sum + source.references, 0)
  const read = sources.filter(source => source.failure === undefined).length
  return [
    `# Bibliographies of ${manuscript}`,
    '',
    `${counted(references, 'reference')} from ${counted(read, 'bibliography', 'bibliographies')}.`,
    `The manuscript is read as ${dialect}${projectFile ? `, with the settings of ${nameOf(projectFile)}` : ''}.`,
    ...sources.flatMap(source => sourceLines(source, nameOf)),
    ...duplicateLines(duplicates, nameOf),
    '',
  ].join('\n')
}

const DECLARED: Record<BibliographySource['declaredIn'], string> = {
  'front-matter': 'Named in the front matter',
  configuration: 'Named in the settings',
  project: 'Named in a file of the project',
  convention: 'Found by its name',
  library: 'Your own library: suggested, not cited from',
  'built-in': 'Shipped with Stroma, for manuscripts without a bibliography of their own',
}

const sourceLines = (source: BibliographySource, nameOf: NameOf): string[] => {
  const { path, declaredIn, uri, format, references, problems, looked, failure, note } = source
  const lines = ['', `## ${path}`, '', `- ${DECLARED[declaredIn]}`]
  if (failure === undefined) {
    const link = uri && ` from [${nameOf(uri)}](${uri})`
    lines.push(`- ${counted(references, 'reference')}${format ? ` in ${format}` : ''}${link ?? ''}`)
  } else {
    lines.push(`- **Not read:** ${failure}`)
    if (looked.length > 0) lines.push('- Looked for at:', ...looked.map(place => `  - ${nameOf(place)}`))
  }
  if (note !== undefined) lines.push(`- ${note}`)
  if (problems.length === 0) return lines
  return [...lines, `- ${counted(problems.length, 'problem')}:`, ...problems.map(problemLine)]
}

const problemLine = ({ message, uri, range }: BibliographySource['problems'][number]): string => {
  if (!range) return `  - ${message}`
  const line = range.start.line + 1
  return `  - [line ${line}](${uri}#L${line}): ${message}`
}

const duplicateLines = (duplicates: BibliographiesReport['duplicates'], nameOf: NameOf): string[] => {
  if (duplicates.length === 0) return []
  const lines = duplicates.map(({ citekey, winner, loser }) => {
    return `- \`${citekey}\`: the one in ${nameOf(winner)} counts, not the one in ${nameOf(loser)}`
  })
  return ['', '## Citekeys that several references have', '', ...lines]
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
