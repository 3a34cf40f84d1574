import { agreement, type Judged } from './ask-witnesses.ts'
import { causeOf } from './causes.ts'
import { FIELDS, type Field } from './comparable.ts'
import { grouped } from './grouped.ts'

/** What came out for one format, as far as it is counted by field. */
export interface Counts {
  readonly equal: ReadonlyMap<Field, number>
  readonly judged: readonly Judged[]
}

/** What is promised of every format. */
export const MAIN: readonly Field[] = ['title', 'author', 'year', 'DOI']

export const percent = (part: number, all: number): string => (all === 0 ? '–' : ((100 * part) / all).toFixed(2))

const of = (judged: readonly Judged[], fields: readonly Field[]): Judged[] =>
  judged.filter(({ difference }) => fields.includes(difference.field))

const equalIn = ({ equal }: Counts, fields: readonly Field[]): number =>
  fields.reduce((sum, field) => sum + equal.get(field)!, 0)

/** The share of equal values in some fields, all values taken together. */
export function equality(counts: Counts, fields: readonly Field[]): string {
  const equal = equalIn(counts, fields)
  return percent(equal, equal + of(counts.judged, fields).length)
}

export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map((name, index) => (index === 0 || /^(?:field|cause|by)$/.test(name) ? '---|' : '---:|')).join('')}`,
    ...rows.map(row => `| ${row.join(' | ')} |`),
  ].join('\n')

const SIDES = ['Stroma', 'Pandoc', 'each', 'neither'] as const

const sides = (judged: readonly Judged[]): number[] =>
  SIDES.map(side => judged.filter(one => agreement(one) === side).length)

/** Whom the witnesses agree with, by format and field; all fields that are promised together first. */
export function witnessTable(formats: ReadonlyMap<string, Counts>): string {
  const rows = [...formats].flatMap(([format, counts]) =>
    [MAIN, ...FIELDS.map(field => [field])].flatMap(fields => {
      const judged = of(counts.judged, fields)
      if (judged.length === 0) return []
      const equal = equalIn(counts, fields)
      const witnessed = judged.filter(one => /^(?:Stroma|each)$/.test(agreement(one))).length
      const all = equal + judged.length
      return [
        [
          format,
          fields.join(', '),
          judged.length,
          ...sides(judged),
          percent(equal, all),
          percent(equal + witnessed, all),
        ],
      ]
    }),
  )
  const head = ['format', 'field', 'differences', ...SIDES, 'as Pandoc', 'as Pandoc or a witness']
  return table(head, rows)
}

/** The causes of the differences; where witnesses were heard, whom they agree with, and which of them with Stroma. */
export function causeTable(formats: ReadonlyMap<string, Counts>, isHeard: boolean): string {
  const rows = [...formats].flatMap(([format, { judged }]) =>
    [...grouped(judged, ({ difference }) => `${difference.field} ${causeOf(difference)}`)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, all]) => {
        const { difference } = all[0]!
        const row = [format, difference.field, all.length]
        return isHeard ? [...row, ...sides(all), causeOf(difference), supporters(all)] : [...row, causeOf(difference)]
      }),
  )
  const head = ['format', 'field', 'differences']
  return table(isHeard ? [...head, ...SIDES, 'cause', 'by'] : [...head, 'cause'], rows)
}

/** `biber 3, bib2xml 1`: who agrees with Stroma, and in how many differences. */
function supporters(judged: readonly Judged[]): string {
  const counts = new Map<string, number>()
  for (const { verdicts } of judged) {
    for (const [{ name, isKin }, { verdict }] of verdicts)
      if (verdict === 'Stroma' && !isKin) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ')
}

/** What an older Pandoc makes of the differences of some formats. */
export function kinLine(judged: readonly Judged[]): string {
  const heard = judged.flatMap(({ verdicts }) =>
    [...verdicts].filter(([{ isKin }, { testimony }]) => isKin && testimony).map(([, { verdict }]) => verdict),
  )
  const [stroma, pandoc, neither] = (['Stroma', 'Pandoc', 'neither'] as const).map(
    side => heard.filter(verdict => verdict === side).length,
  )
  return `An older Pandoc, which proves nothing, reads ${heard.length} of them: ${stroma} as Stroma, ${pandoc} as Pandoc 3.10, ${neither} as neither.`
}
