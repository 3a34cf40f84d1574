import { withoutQuotations } from '../analysis/quotations.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import { memoByObject } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import { bareCell, placesInTables } from './table-places.ts'

/** A P value as it stands in the prose. Spans are of the manuscript. */
export interface PValue {
  readonly span: Span
  readonly letter: string
  readonly letterSpan: Span
  readonly isItalic: boolean
  readonly sign: string
  readonly signSpan: Span
  /** The number as written; the point may be a middle dot or a comma. */
  readonly number: string
  readonly numberSpan: Span
  /** Whether it can be nothing but a P value, written as the others are. */
  readonly isCertain: boolean
}

/** What tells several P values apart: P~trend~, P_adj, “P for interaction”; tags around an index are blank. */
const INDEX = String.raw`~\p{L}[\p{L}\s-]{1,18}~|_\p{L}{2,14}|[-\s](?:for\s)?(?:trend|interaction|heterogeneity)|\s{5}\p{L}{2,14}\s{6}`
const IS_INDEXED = new RegExp(`^[*_]*(?:${INDEX})`, 'u')

/** The point may stand in the middle of the line, as in The Lancet, and software in other languages prints a comma. */
const P_VALUE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_-])([*_]{0,2})([Pp])([*_]{0,2}(?:${INDEX})?(?:[-\s]?values?)?\s*)([=<>≤≥])(\s*)([01]?[.·∙⋅]\d+|0,\d+|[01](?!\d|[.·∙⋅,]\s?\d|\s?[%×x]))(?![\d%]|\s?[×x]\s?10|[eE][-−–]|\s?(?:[kMG]?Pa|m?bar|mm\s?Hg|atm|Torr|psi)\b)`,
  'gu',
)

/** “P value”, a usual threshold, or a place in brackets: elsewhere “p > 1” and “p = 0” are of a parameter, a pressure or a probability. */
const CALLED_SO = /values?\s*$/
const IN_BRACKETS = /[([;,]\s*$/
/** What is only ever said of a P value. */
const THRESHOLD = /^[<≤]\s*0?[.·∙⋅,]0+[15]$/
/** “The allele frequency p was 0.3 (p = 0.3 in controls)”. */
const PARAMETER = /(?:frequenc|probabilit|proportion|prevalenc)(?:[^.;]|\.\d){0,60}$/i

/** The P values of a manuscript, outside of tables' columns and of what nobody edits as prose, in order. */
export const pValuesOf = (manuscript: Manuscript): readonly PValue[] =>
  scopesOf(manuscript).flatMap(({ scope, span: { start }, passage }) =>
    scope === 'back'
      ? []
      : valuesIn(passage).map(value => ({
          ...value,
          span: shift(value.span, start),
          letterSpan: shift(value.letterSpan, start),
          signSpan: shift(value.signSpan, start),
          numberSpan: shift(value.numberSpan, start),
        })),
  )

/** A sign and the beginning of a number that can be a P value: in few passages, and found fast. */
const COMPARED = /[=<>≤≥]\s*[01.·∙⋅]/

const valuesIn = memoByObject(({ prose }: Passage): readonly PValue[] => {
  if (!COMPARED.test(prose)) return []
  const plain = withoutQuotations(prose)
  return [...plain.matchAll(P_VALUE)].map(({ 0: text, index, ...groups }) => {
    const [open, letter, lead, sign, space, number] = [1, 2, 3, 4, 5, 6].map(group => groups[group]!)
    const letterStart = index + open!.length
    const signStart = letterStart + letter!.length + lead!.length
    const numberStart = signStart + sign!.length + space!.length
    return {
      span: { start: index, end: index + text.length },
      letter: letter!,
      letterSpan: { start: letterStart, end: letterStart + 1 },
      isItalic: /^[*_]$/.test(open!),
      sign: sign!,
      signSpan: { start: signStart, end: signStart + sign!.length },
      number: number!,
      numberSpan: { start: numberStart, end: numberStart + number!.length },
      isCertain:
        !IS_INDEXED.test(lead!) &&
        (CALLED_SO.test(lead!) ||
          ((THRESHOLD.test(`${sign}${number}`) || IN_BRACKETS.test(plain.slice(0, index))) &&
            !PARAMETER.test(plain.slice(Math.max(0, index - 80), index)))),
    }
  })
})

/** The number of a P value, whatever its point. */
export const numberOf = ({ number }: Pick<PValue, 'number'>): number => Number(number.replace(/[·∙⋅,]/, '.'))

/** What a P value is below that is printed as 0 with so many decimals: 0.001 for 0.000. */
export function aboveZero(number: string): string {
  const [, zero, point, decimals] = /^(\d?)(?:(\D)(\d+))?$/.exec(number)!
  return decimals === undefined ? '0.001' : `${zero}${point}${decimals.slice(1)}1`
}

/** The head of a column of P values; “Sig.” is SPSS's. */
const HEAD =
  /^(?:(?:two|2|one|1)-(?:sided|tailed)\s)?(?:p(?:[- ]?values?)?|sig\.?)(?:\s?(?:\(.*\)|[\^~†‡§#\\].*|[a-e]))?$/i
/** A cell of nothing but zeros behind the point. */
const ZEROS = /^(?:[=<≤]\s*)?(0?[.·∙⋅]0{2,})(?:\s?[\^†‡§#\\*].*)?$/

/** The zeros that stand as P values in the columns of tables, as statistics programs fill them. */
export function zerosInTables(manuscript: Manuscript): readonly { readonly span: Span; readonly number: string }[] {
  const cells = scopesOf(manuscript).filter(({ scope, kind }) => scope === 'table' && kind === 'cell')
  const zeros = cells.map(cell => ZEROS.exec(bareCell(cell)))
  if (zeros.every(zero => zero === null)) return []
  const places = placesInTables(manuscript.text, cells)
  const heads = new Set<string>()
  let row: { table: number; line: number } | undefined
  return cells.flatMap((cell, index) => {
    const { table, line, column } = places[index]!
    if (row?.table !== table) row = { table, line }
    if (row.line === line && HEAD.test(bareCell(cell).replace(/\s+/g, ' '))) heads.add(`${table} ${column}`)
    const [text, number] = zeros[index] ?? []
    if (text === undefined || !heads.has(`${table} ${column}`)) return []
    const start = cell.span.start + cell.prose.indexOf(text)
    return cell.prose.includes(text) ? [{ span: { start, end: start + text.length }, number: number! }] : []
  })
}

/** A P value of nothing that is written otherwise; `signSpan` is of its sign, in formulas. */
export interface Zero {
  readonly span: Span
  readonly number: string
  readonly numberSpan: Span
  readonly signSpan?: Span
}

/** Is in few passages. */
const NOTHING = /[.·∙⋅]00/

/** “A P value of 0.000”, “p-value: 0.000”. */
const IN_WORDS =
  /(?<![\p{L}\p{N}_-])[*_]{0,2}[Pp][*_]{0,2}[-\s]?values?(?:\s(?:of|was|is|equal(?:s|ed|led)?(?:\sto)?)\s|:\s?)(0?[.·∙⋅]0{2,})(?!\d|\.\d)/gu
/** `$p = .000$`, `$t(23) = 2.1, p < 0.000$`. */
const IN_MATH =
  /(^|[,;(])(\s*)(?:\\(?:text|math)\w*\{\s*)?[Pp](?:\s*\})?(?:_(?:\p{L}|\{[^{}]*\}))?\s*(=|<|\\leq?(?!\p{L}))\s*(0?\.0{2,})(?!\d|\.\d)/gu

const zerosInWords = memoByObject(({ prose }: Passage): readonly Zero[] =>
  !NOTHING.test(prose)
    ? []
    : [...withoutQuotations(prose).matchAll(IN_WORDS)].map(({ 0: text, 1: number, index }) => {
        const end = index + text.length
        return { span: { start: index, end }, number: number!, numberSpan: { start: end - number!.length, end } }
      }),
)

/** The P values of nothing that stand in words and in formulas. */
export function zerosElsewhere(manuscript: Manuscript): readonly Zero[] {
  const inWords = scopesOf(manuscript).flatMap(({ scope, span: { start }, passage }) =>
    scope === 'back'
      ? []
      : zerosInWords(passage).map(({ span, ...zero }) => ({
          ...zero,
          span: shift(span, start),
          numberSpan: shift(zero.numberSpan, start),
        })),
  )
  const inMath = manuscript.math.flatMap(({ content: { start, end: last } }) =>
    [...manuscript.text.slice(start, last).matchAll(IN_MATH)].map(
      ({ 0: whole, 1: mark, 2: space, 3: sign, 4: number, index }) => {
        const end = start + index + whole.length
        const signStart = start + index + whole.lastIndexOf(sign!, whole.length - number!.length)
        return {
          span: { start: start + index + mark!.length + space!.length, end },
          number: number!,
          numberSpan: { start: end - number!.length, end },
          signSpan: { start: signStart, end: signStart + sign!.length },
        }
      },
    ),
  )
  return [...inWords, ...inMath]
}
