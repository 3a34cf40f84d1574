import { monthNumber } from './english-date.ts'
import { withApostrophes, withParticles } from './personal-name.ts'
import { curlyQuotes } from './quotation-marks.ts'
import type { CslDate, CslItem, CslName } from './reference.ts'

/** Fields that hold names. */
const NAMES =
  /^(?:author|editor|translator|container-author|collection-editor|composer|director|editorial-director|illustrator|interviewer|original-author|recipient|reviewed-author|chair|compiler|contributor|curator|executive-producer|guest|host|narrator|organizer|performer|producer|script-writer|series-creator)$/
const TITLES =
  /^(?:title|container-title|collection-title|volume-title|event-title|reviewed-title|original-title)(?:-short)?$/
const DATES = /^(?:issued|accessed|original-date|event-date|available-date|submitted)$/

/**
 * A CSL item from data that claims to be one: names and dates in their proper form, plain values as strings,
 * and nothing that would surprise who reads it. Everything unknown is kept.
 */
export function toCslItem(id: string, data: Readonly<Record<string, unknown>>): CslItem {
  const item = new Map<string, unknown>([
    ['id', id],
    ['type', typeof data.type === 'string' ? data.type : ''],
  ])
  for (const [field, value] of Object.entries(data)) {
    if (field === 'id' || field === 'type' || value === null || value === undefined) continue
    if (NAMES.test(field)) item.set(field, toNames(value))
    else if (DATES.test(field)) item.set(field, toDate(value))
    else if (typeof value === 'number') item.set(field, String(value))
    else if (typeof value === 'string' && TITLES.test(field)) item.set(field, curlyQuotes(value))
    else item.set(field, value)
  }
  for (const field of [
    'title',
    'container-title',
    'DOI',
    'PMID',
    'PMCID',
    'URL',
    'volume',
    'issue',
    'page',
    'publisher',
  ]) {
    const value = item.get(field)
    if (value === undefined || typeof value === 'string') continue
    const first = Array.isArray(value) ? value.find(part => typeof part === 'string') : undefined
    if (first === undefined) item.delete(field)
    else item.set(field, first)
  }
  return Object.fromEntries(item) as unknown as CslItem
}

function toNames(value: unknown): CslName[] {
  const list = Array.isArray(value) ? value : [value]
  return list.slice(0, 100_000).flatMap(name => {
    if (typeof name === 'string') return name.trim() ? [{ literal: name.trim() }] : []
    if (typeof name !== 'object' || name === null || Array.isArray(name)) return []
    const parts = Object.entries(name).flatMap(([part, text]) =>
      typeof text === 'string'
        ? [[part, text] as const]
        : typeof text === 'number'
          ? [[part, String(text)] as const]
          : [],
    )
    return parts.length > 0 ? [withParticles(withApostrophes(Object.fromEntries(parts) as CslName))] : []
  })
}

function toDate(value: unknown): CslDate {
  if (typeof value === 'number') return { 'date-parts': [[value]] }
  if (typeof value === 'string') return dateFromText(value)
  if (typeof value !== 'object' || value === null) return {}
  if (Array.isArray(value)) {
    const sides = value.slice(0, 2).map(toDate)
    const parts = sides.flatMap(side => side['date-parts'] ?? [])
    return { ...sides[0], ...(parts.length > 0 && { 'date-parts': parts }) }
  }
  const { 'date-parts': parts, year, month, day, raw, literal, ...rest } = value as Record<string, unknown>
  const dates = Array.isArray(parts) ? parts.filter(Array.isArray).map(toNumbers) : []
  const own = toNumbers([year, month, day])
  const shown = dates.some(date => date.length > 0) ? dates : own.length > 0 ? [own] : undefined
  if (shown) return { ...rest, ...(typeof literal === 'string' && { literal }), 'date-parts': shown } as CslDate
  const text = raw ?? literal
  const isText = typeof text === 'string' || typeof text === 'number'
  return { ...rest, ...(isText && dateFromText(String(text))) } as CslDate
}

/** Year, month and day, up to the first that is missing. */
function toNumbers(parts: readonly unknown[]): number[] {
  const numbers = parts.slice(0, 3).map(part => (part === '' || part === null ? Number.NaN : Number(part)))
  const end = numbers.findIndex(number => !Number.isSafeInteger(number))
  return end < 0 ? numbers : numbers.slice(0, end)
}

/**
 * A date written as `2020`, `2020-05` or `2020-05-17`, or two of them with a slash; as `2020-2021`, `May 2020`,
 * `May 17, 2020` or `5/17/2020`. Anything else stays as it is.
 */
export function dateFromText(text: string): CslDate {
  const years = /^\s*(\d{4})-(\d{4})\s*$/.exec(text)
  if (years) return { 'date-parts': [[Number(years[1])], [Number(years[2])]] }
  const spoken = /^\s*([A-Za-z]{3,9}|\d{1,2})\.?[ /](?:(\d{1,2}),?[ /])?(\d{4})\s*$/.exec(text)
  const inYear = spoken && monthNumber(spoken[1]!)
  if (inYear) return { 'date-parts': [[Number(spoken[3]), inYear, ...(spoken[2] ? [Number(spoken[2])] : [])]] }
  const sides = text.trim().split('/')
  const dates = sides.map(side => /^(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?$/.exec(side.trim()))
  if (sides.length > 2 || dates.some(date => !date)) return { literal: text.trim() }
  return {
    'date-parts': dates.map(date =>
      date!
        .slice(1)
        .filter(part => part !== undefined)
        .map(Number),
    ),
  }
}
