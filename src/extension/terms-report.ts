import { lexiconLines } from './lexicons-report.ts'
import type { Report } from './reports.ts'
import type { TermsReport } from './requests.ts'

/** The concepts and abbreviations of one manuscript, and the lexicons it is read with, as a page; each place leads to the text. */
export const termsReportOf = (
  manuscript: string,
  uri: string,
  { terms, abbreviations, lexicons }: TermsReport,
  nameOf: (uri: string) => string,
): Report => {
  const links = new Map<string, string>()
  const placeOf = ({ start: { line } }: { readonly start: { readonly line: number } }): string => {
    const place = `${manuscript}:${line + 1}`
    links.set(place, `${uri}#L${line + 1}`)
    return place
  }
  const concepts = terms.flatMap(({ label, category, pack, count, forms, ranges, related }) => [
    `- **${escaped(label)}** (${escaped(category)}), ${times(count)}, first at ${placeOf(ranges[0]!)}`,
    `  - written: ${forms.map(({ text, count }) => `${escaped(text)} (${count})`).join(', ')}`,
    ...(related.length > 0 ? [`  - related: ${related.map(escaped).join(', ')}`] : []),
    `  - known from: ${escaped(pack)}`,
  ])
  const defined = abbreviations.map(
    ({ short, long, range, ranges }) =>
      `- **${escaped(short)}**: ${escaped(long)}, ${times(ranges.length)}, defined at ${placeOf(range)}`,
  )
  const text = [
    `# Terms in ${manuscript}`,
    '',
    `## Concepts (${terms.length})`,
    '',
    ...(concepts.length > 0 ? concepts : ['No term of the lexicons in use is mentioned.']),
    '',
    `## Abbreviations (${abbreviations.length})`,
    '',
    ...(defined.length > 0 ? defined : ['The manuscript defines none.']),
    '',
    `## Lexicons (${lexicons.length})`,
    '',
    'Where several know one form, the first of them goes first.',
    '',
    ...lexiconLines(lexicons, nameOf, links),
    '',
  ].join('\n')
  return { text, links }
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ')
