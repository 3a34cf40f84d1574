import { detached } from '../../../text/own-string.ts'
import { type Problem, type Span, shift } from '../../../text/span.ts'
import type { Steps } from '../../../text/steps.ts'
import type { Parent } from '../../reference.ts'
import { valueText } from './fields.ts'
import { splitAtTopLevel } from './names.ts'
import { type EntryVisitor, scanBibtex } from './scan.ts'

/** The numbers of one entry in a table, by place in its row: where it begins in the text, and where the rest is from there. */
export const START = 0
export const END = 1
export const KEY_START = 2
export const KEY_END = 3
export const BODY = 4
export const TYPE = 5
/** Where the values stand that a search looks through: beginning, and end in the next place; 0 when there is none. */
export const AUTHOR = 6
export const TITLE = 8
export const CONTAINER = 10
export const DATE = 12
export const ROW = 14

/** A number of an entry as a place in the text; 0 when there is none. */
export function placeIn({ rows }: EntryTable, entry: number, place: number): number {
  const row = entry * ROW
  const start = rows[row + START]!
  const fromStart = rows[row + place]!
  return place === START ? start : fromStart === 0 ? 0 : start + fromStart
}

/** Where the entries of a BibTeX text stand: all that one pass over it finds out. */
export interface EntryTable {
  readonly text: string
  /** {@link ROW} numbers for each entry. */
  readonly rows: Int32Array
  readonly count: number
  /** Names of entry types, by their number in the rows. */
  readonly types: readonly string[]
  /** BibLaTeX's `ids` as they are written, by number of entry. */
  readonly aliases: ReadonlyMap<number, string>
  /** What entries inherit from, by number of entry. */
  readonly parents: ReadonlyMap<number, readonly Parent[]>
  readonly strings: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** A table that entries are being added to. */
export interface TableBuilder {
  readonly visitor: EntryVisitor
  count(): number
  /** Adds rows of the table that this one began with, moved by `distance`. */
  copy(table: EntryTable, from: number, to: number, distance: number): void
  finish(problems: readonly Problem[]): EntryTable
}

/** The table of a whole text. */
export function* tableOf(text: string): Steps<EntryTable> {
  const builder = tableBuilder(text, 1024)
  return builder.finish(yield* scanBibtex(text, builder.visitor))
}

/** A table of a text; with `earlier`, one of which entries may be copied, with the types and strings of that. */
export function tableBuilder(text: string, expected: number, earlier?: EntryTable): TableBuilder {
  let rows = new Int32Array(Math.max(expected, 16) * ROW)
  let count = 0
  const types = new Map(earlier?.types.map((type, number) => [type, number]))
  const aliases = new Map<number, string>()
  const parents = new Map<number, Parent[]>()
  const strings = new Map(earlier?.strings)
  const searched = new Int32Array(ROW)
  let ids: Span | undefined
  let inherits: Parent[] = []

  const grow = (needed: number): void => {
    if (needed * ROW <= rows.length) return
    const larger = new Int32Array(Math.max(needed, count * 2) * ROW)
    larger.set(rows)
    rows = larger
  }
  const typeNumber = (type: string): number => {
    const known = types.get(type)
    if (known !== undefined) return known
    types.set(type, types.size)
    return types.size - 1
  }

  const visitor: EntryVisitor = {
    begin() {
      searched.fill(0)
      ids = undefined
      if (inherits.length > 0) inherits = []
    },
    entry(type, start, end, keyStart, keyEnd, body) {
      grow(count + 1)
      const row = count * ROW
      for (let place = AUTHOR; place < ROW; place++) rows[row + place] = searched[place]! && searched[place]! - start
      rows[row + START] = start
      rows[row + END] = end - start
      rows[row + KEY_START] = keyStart - start
      rows[row + KEY_END] = keyEnd - start
      rows[row + BODY] = body - start
      rows[row + TYPE] = typeNumber(type)
      if (ids) aliases.set(count, detached(valueText(text, ids, strings)))
      if (inherits.length > 0) parents.set(count, inherits)
      count++
    },
    field(nameStart, nameEnd, valueStart, valueEnd) {
      const place = placeOf(text, nameStart, nameEnd)
      if (place === 0) return
      if (place > 0) {
        if (searched[place] !== 0 && place !== AUTHOR) return
        searched[place] = valueStart
        searched[place + 1] = valueEnd
        return
      }
      const span = { start: valueStart, end: valueEnd }
      if (place === IDS) ids = span
      else for (const key of keysIn(valueText(text, span, strings))) inherits.push({ key, span, field: FIELDS[place]! })
    },
    string(name, start, end) {
      strings.set(detached(name), detached(valueText(text, { start, end }, strings)))
    },
  }

  return {
    visitor,
    count: () => count,
    copy(table, from, to, distance) {
      grow(count + to - from)
      rows.set(table.rows.subarray(from * ROW, to * ROW), count * ROW)
      for (let row = count * ROW; row < (count + to - from) * ROW && distance !== 0; row += ROW) rows[row]! += distance
      for (const [index, ids] of table.aliases) if (index >= from && index < to) aliases.set(index - from + count, ids)
      for (const [index, inherited] of table.parents) {
        if (index < from || index >= to) continue
        const moved = inherited.map(parent => ({ ...parent, span: shift(parent.span, distance) }))
        parents.set(index - from + count, moved)
      }
      count += to - from
    },
    finish: problems => ({
      text,
      rows: rows.length - count * ROW < WASTE * ROW ? rows.subarray(0, count * ROW) : rows.slice(0, count * ROW),
      count,
      types: [...types.keys()],
      aliases,
      parents,
      strings,
      problems,
    }),
  }
}

/** So many rows are sooner kept empty than all others copied. */
const WASTE = 1024

const IDS = -1
const CROSSREF = -2
const XDATA = -3
const XREF = -4

const FIELDS: Readonly<Record<number, Parent['field']>> = { [CROSSREF]: 'crossref', [XDATA]: 'xdata', [XREF]: 'xref' }

/** Names of fields that the table keeps, by length, to what it does with them. */
const KEPT: readonly (readonly (readonly [string, number])[])[] = [
  [],
  [],
  [],
  [['ids', IDS]],
  [
    ['year', DATE],
    ['date', DATE],
    ['xref', XREF],
  ],
  [
    ['title', TITLE],
    ['xdata', XDATA],
  ],
  [['author', AUTHOR]],
  [['journal', CONTAINER]],
  [['crossref', CROSSREF]],
  [['booktitle', CONTAINER]],
  [],
  [],
  [['journaltitle', CONTAINER]],
]

/** What to keep of a field: a place in the row, one of the negative numbers, or 0 for nothing. */
function placeOf(text: string, start: number, end: number): number {
  const names = KEPT[end - start]
  if (!names) return 0
  for (let at = 0; at < names.length; at++) if (isNamed(text, start, names[at]![0])) return names[at]![1]
  return 0
}

/** Whether a name in lower-case letters stands at a place, in letters of any case. */
function isNamed(text: string, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++) if ((text.charCodeAt(start + at) | 32) !== name.charCodeAt(at)) return false
  return true
}

const keysIn = (value: string): string[] =>
  splitAtTopLevel(value, ',')
    .map(key => detached(key.trim()))
    .filter(Boolean)
