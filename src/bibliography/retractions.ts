import { plainTitle } from './describe.ts'
import type { CslItem, Reference } from './reference.ts'
import { doiOf, pmidOf } from './same-work.ts'

/** What a list of retractions says of a work. */
export interface Retraction {
  /** Such as “Retraction”, “Expression of concern”, “Correction”. */
  readonly nature: string
  /** As the list has it; empty when it says none. */
  readonly date: string
  readonly reason: string
}

/** Works that were retracted, by identifier. */
export interface RetractionList {
  of(item: CslItem): Retraction | undefined
  readonly size: number
}

/**
 * Reads a list of retractions that the author has: the CSV of Retraction Watch (as Crossref gives it out), any CSV with
 * columns for DOI or PMID, or a plain list of PMIDs and DOIs such as PubMed saves. Corrections are no retractions.
 */
export function readRetractions(text: string): RetractionList {
  const works = new Map<string, Retraction>()
  const add = (key: string, retraction: Retraction): void => {
    if (key && key !== 'pmid 0' && !works.has(key)) works.set(key, retraction)
  }
  const [head = [], ...rows] = csvRows(text)
  const columns = new Map(head.map((name, index) => [name.toLowerCase().replace(/[^a-z]/g, ''), index]))
  const doi = columns.get('originalpaperdoi') ?? columns.get('doi')
  const pmid = columns.get('originalpaperpubmedid') ?? columns.get('pmid')
  if (doi === undefined && pmid === undefined) {
    for (const row of [head, ...rows]) for (const word of row.join(' ').split(/[\s,;]+/)) add(identifier(word), PLAIN)
  } else {
    const cell = (row: readonly string[], name: string): string => row[columns.get(name) ?? -1] ?? ''
    for (const row of rows) {
      const nature = cell(row, 'retractionnature') || 'Retraction'
      if (/^(?:correction|reinstatement)$/i.test(nature)) continue
      const retraction = {
        nature,
        date: cell(row, 'retractiondate').replace(/\s.*$/, ''),
        reason: cell(row, 'reason').replace(/^\+|;$/g, ''),
      }
      if (doi !== undefined) add(identifier(row[doi] ?? ''), retraction)
      if (pmid !== undefined) add(identifier(row[pmid] ?? ''), retraction)
    }
  }
  return {
    of: item => works.get(`doi ${doiOf(item)}`) ?? works.get(`pmid ${pmidOf(item)}`),
    size: works.size,
  }
}

const PLAIN: Retraction = { nature: 'Retraction', date: '', reason: '' }

function identifier(word: string): string {
  const doi = /10\.\d{4,9}\/\S+/.exec(word.trim())?.[0]
  if (doi) return `doi ${doi.toLowerCase().replace(/[.,;]+$/, '')}`
  return /^(?:pmid:?\s*)?\d{1,8}$/i.test(word.trim()) ? `pmid ${word.replace(/\D/g, '')}` : ''
}

/** Rows of a CSV (RFC 4180): quoted cells may hold commas, quotes written twice, and line ends. */
function* csvRows(text: string): Generator<string[]> {
  let row: string[] = []
  let position = 0
  while (position < text.length) {
    let cell: string
    if (text[position] === '"') {
      let end = text.indexOf('"', position + 1)
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
      if (end < 0) end = text.length
      cell = text.slice(position + 1, end).replaceAll('""', '"')
      position = end + 1
    } else {
      const end = position + (/[,\r\n]/.exec(text.slice(position, position + 100_000))?.index ?? text.length - position)
      cell = text.slice(position, end)
      position = end
    }
    row.push(cell.trim())
    if (text[position] === ',') position++
    else {
      if (text.startsWith('\r\n', position)) position++
      position++
      yield row
      row = []
    }
  }
  if (row.length > 0) yield row
}

/** Whether a reference itself says that it was retracted: PubMed and publishers change the title, Zotero adds a note. */
export function saysRetracted(reference: Reference): boolean {
  const { item } = reference
  if (/^\W*(?:retracted\b\s*(?:article|paper|chapter)?\s*[:\]-]|\[retracted\])/i.test(plainTitle(item))) return true
  return [item.genre, item.note, item.status].some(
    value => typeof value === 'string' && /\bretracted publication\b/i.test(value),
  )
}
