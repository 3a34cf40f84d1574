import type { Report } from './reports.ts'
import type { BibliographiesReport, BibliographySource, Place } from './requests.ts'

type NameOf = (uri: string) => string

/** The answer about one manuscript's bibliographies; `nameOf` shortens an address for the reader. */
export const reportOf = (manuscript: string, report: BibliographiesReport, nameOf: NameOf): Report => ({
  text: reportText(manuscript, report, nameOf),
  links: new Map([
    ...report.duplicates
      .flatMap(({ winner, loser }) => [winner, loser])
      .map(place => [lineOf(place, nameOf), addressOfLine(place)] as const),
    ...report.sources.flatMap(({ uri, problems }) => [
      ...problems.map(problem => [placeOf(problem, nameOf), addressOf(problem)] as const),
      ...(uri ? [[nameOf(uri), uri] as const] : []),
    ]),
  ]),
})

const reportText = (manuscript: string, report: BibliographiesReport, nameOf: NameOf): string => {
  const { dialect, projectFile, sources, duplicates, style } = report
  const references = sources.reduce((sum, source) => sum + source.references, 0)
  const read = sources.filter(source => source.failure === undefined).length
  return [
    `# Bibliographies of ${manuscript}`,
    '',
    `${counted(references, 'reference')} from ${counted(read, 'bibliography', 'bibliographies')}.`,
    `The manuscript is read as ${dialect}${projectFile ? `, with the settings of ${nameOf(projectFile)}` : ''}.`,
    ...(style ? [styleLine(style)] : []),
    ...sources.flatMap(source => sourceLines(source, nameOf)),
    ...duplicateLines(duplicates, nameOf),
    '',
  ].join('\n')
}

const styleLine = ({ path, failure }: NonNullable<BibliographiesReport['style']>): string =>
  failure === undefined
    ? `References are shown in the style ${path}.`
    : `References are shown in Vancouver style. ${failure}`

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
    const from = uri ? ` from ${nameOf(uri)}` : ''
    lines.push(`- ${counted(references, 'reference')}${format ? ` in ${format}` : ''}${from}`)
  } else {
    lines.push(`- **Not read:** ${failure}`)
    if (looked.length > 0) lines.push('- Looked for at:', ...looked.map(place => `  - ${nameOf(place)}`))
  }
  if (note !== undefined) lines.push(`- ${note}`)
  if (problems.length === 0) return lines
  const told = problems.map(problem => `  - ${placeOf(problem, nameOf)}: ${problem.message}`)
  return [...lines, `- ${counted(problems.length, 'problem')}:`, ...told]
}

type Problem = BibliographySource['problems'][number]

const lineOf = ({ uri, line }: Place, nameOf: NameOf): string => (line ? `${nameOf(uri)}:${line}` : nameOf(uri))

const addressOfLine = ({ uri, line }: Place): string => (line ? `${uri}#L${line}` : uri)

const placeIn = ({ uri, range }: Problem): Place => (range ? { uri, line: range.start.line + 1 } : { uri })

const placeOf = (problem: Problem, nameOf: NameOf): string => lineOf(placeIn(problem), nameOf)

const addressOf = (problem: Problem): string => addressOfLine(placeIn(problem))

const duplicateLines = (duplicates: BibliographiesReport['duplicates'], nameOf: NameOf): string[] => {
  if (duplicates.length === 0) return []
  const lines = duplicates.map(({ citekey, winner, loser }) => {
    return `- \`${citekey}\`: the one at ${lineOf(winner, nameOf)} counts, not the one at ${lineOf(loser, nameOf)}`
  })
  return ['', '## Citekeys that several references have', '', ...lines]
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
