import { closestAmong } from '../../../text/closest.ts'
import { lazy } from '../../../text/memo.ts'
import { detached } from '../../../text/own-string.ts'
import type { Span } from '../../../text/span.ts'
import type { Steps } from '../../../text/steps.ts'
import type { CslItem, MissingParent, Parent, Reference, SearchField, SearchTextVisitor } from '../../reference.ts'
import { visibleKey } from '../../visible-key.ts'
import { readBody } from './body.ts'
import { inherit } from './crossref.ts'
import { cursorOn } from './cursor.ts'
import { canonicalName, type Fields, valueText } from './fields.ts'
import type { Kept } from './reread.ts'
import {
  AUTHOR,
  BODY,
  CONTAINER,
  DATE,
  END,
  type EntryTable,
  KEY_END,
  KEY_START,
  placeIn,
  ROW,
  START,
  TITLE,
  TYPE,
} from './table.ts'
import { toCsl } from './to-csl.ts'

/** What the entries of one file share. */
export interface BibtexFile {
  readonly uri: string
  readonly table: EntryTable
  /** By citekey, for `crossref` and `xdata`; of several with one key the last. */
  entries(): ReadonlyMap<string, BibtexReference>
  /** What may be meant by a key that no entry has. */
  nearest(key: string): Pick<MissingParent, 'nearest' | 'isAlias'>
  /** What was decoded of entries that inherit, by number: their fields are not all their own. */
  readonly heirs: Map<number, CslItem>
}

/** What is known of an entry by itself, which holds for as long as it reads the same; none of it points into a text. */
interface Own {
  readonly citekey: string
  item: CslItem | undefined
}

/** References of an earlier reading, and which of them have the same source now. */
export interface Unchanged {
  readonly references: readonly BibtexReference[]
  readonly kept: readonly Kept[]
}

/** The fields that a search looks through, and where their values are in a row. */
const SEARCHED: readonly (readonly [SearchField, number])[] = [
  ['author', AUTHOR],
  ['title', TITLE],
  ['date', DATE],
  ['container', CONTAINER],
]

const OPEN_BRACE = 123
const CLOSE_BRACE = 125

/** How many references are made in one step. */
const STEP = 2048

/** The references of a table, in order; of those that are unchanged what is known of them is taken over. */
export function* referencesOf(
  uri: string,
  table: EntryTable,
  unchanged?: Unchanged,
): Steps<readonly BibtexReference[]> {
  const references: BibtexReference[] = []
  const entries = lazy(() => new Map(references.map(reference => [reference.citekey, reference])))
  const owners = lazy(
    () => new Map(references.flatMap(({ aliases = [], citekey }) => aliases.map(alias => [alias, citekey]))),
  )
  const near = lazy(() => closestAmong(entries().keys()))
  const nearest: BibtexFile['nearest'] = key => {
    const owner = owners().get(key)
    return { nearest: owner ?? near()(key), isAlias: owner !== undefined }
  }
  const file: BibtexFile = { uri, table, entries, nearest, heirs: new Map() }
  const add = function* (to: number, earlier?: readonly BibtexReference[], moved = 0): Steps<void> {
    for (let index = references.length; index < to; index++) {
      references.push(new BibtexReference(file, index, earlier?.[index + moved]))
      if (index % STEP === STEP - 1) yield index / table.count
    }
  }
  for (const { before, now, count } of unchanged?.kept ?? []) {
    yield* add(now)
    yield* add(now + count, unchanged?.references, before - now)
  }
  yield* add(table.count)
  return references
}

/** An entry of which only the place is known; its fields are read when someone looks at `item`. */
export class BibtexReference implements Reference {
  readonly #file: BibtexFile
  readonly #index: number
  readonly #own: Own

  /** With `earlier`, a reading of the same source, in which a citekey was cut out and perhaps an item decoded already. */
  constructor(file: BibtexFile, index: number, earlier?: BibtexReference) {
    this.#file = file
    this.#index = index
    this.#own = earlier ? earlier.#own : { citekey: this.#readCitekey(), item: undefined }
  }

  get citekey(): string {
    return this.#own.citekey
  }

  get identity(): object {
    return this.#own
  }

  get aliases(): readonly string[] | undefined {
    const ids = this.#file.table.aliases.get(this.#index)
    return ids?.split(/[\s,]+/).filter(Boolean)
  }

  get unheardAliases(): readonly string[] | undefined {
    const heard = this.#file.table.aliases.get(this.#index)?.split(/\s+/)
    return heard && this.aliases!.filter(alias => !heard.includes(alias))
  }

  get parents(): readonly Parent[] | undefined {
    const { parents, text } = this.#file.table
    return parents.get(this.#index)?.map(parent => ({ ...parent, span: keyIn(text, parent.span, parent.key) }))
  }

  get missingParents(): readonly MissingParent[] | undefined {
    if (!this.#file.table.parents.has(this.#index)) return undefined
    const entries = this.#file.entries()
    const family = new Set<BibtexReference>([this])
    const missing: MissingParent[] = []
    for (const { parents = [] } of family) {
      for (const parent of parents) {
        const entry = entries.get(parent.key)
        if (entry) family.add(entry)
        else missing.push({ ...parent, ...this.#file.nearest(parent.key) })
      }
    }
    return missing
  }

  get location() {
    return { uri: this.#file.uri, span: { start: this.#at(START), end: this.#at(END) } }
  }

  get citekeySpan() {
    return { start: this.#at(KEY_START), end: this.#at(KEY_END) }
  }

  get item(): CslItem {
    const { table, heirs } = this.#file
    if (!table.parents.has(this.#index)) return (this.#own.item ??= this.#decode())
    const known = heirs.get(this.#index) ?? this.#decode()
    heirs.set(this.#index, known)
    return known
  }

  #decode(): CslItem {
    return toCsl(this.citekey, this.entryType, this.#fields(new Set()))
  }

  #readCitekey(): string {
    const key = this.#file.table.text.slice(this.#at(KEY_START), this.#at(KEY_END))
    return detached(isAscii(key) ? key : visibleKey(key))
  }

  searchTexts(visit: SearchTextVisitor): void {
    const { text, strings } = this.#file.table
    for (const [field, place] of SEARCHED) {
      const end = this.#at(place + 1)
      if (end === 0) continue
      const start = this.#at(place)
      // Words between two braces, as in `{a} # b # {c}`, are found by their own name, which spares counting all braces.
      if (text.charCodeAt(start) === OPEN_BRACE && text.charCodeAt(end - 1) === CLOSE_BRACE) {
        visit(field, text, start + 1, end - 1, true)
      } else {
        const value = valueText(text, { start, end }, strings)
        visit(field, value, 0, value.length, true)
      }
    }
  }

  get entryType(): string {
    return this.#file.table.types[this.#file.table.rows[this.#index * ROW + TYPE]!]!
  }

  #at(place: number): number {
    return placeIn(this.#file.table, this.#index, place)
  }

  /** Own fields and inherited ones; `above` holds the entries that are inheriting from this one, so that no circle is walked. */
  #fields(above: Set<BibtexReference>): Fields {
    const fields = this.#ownFields()
    const parents = this.#file.table.parents.get(this.#index)
    if (!parents || above.has(this)) return fields
    above.add(this)
    for (const { key, field } of parents) {
      if (field === 'xref') continue
      const parent = this.#file.entries().get(key)
      if (parent && !above.has(parent)) inherit(fields, this.entryType, parent.#fields(above), parent.entryType)
    }
    above.delete(this)
    return fields
  }

  #ownFields(): Fields {
    const { text, strings } = this.#file.table
    const start = this.#at(START)
    // What is decoded outlives the text when the file is read again.
    const source = detached(text.slice(start, this.#at(END)))
    const fields: Fields = new Map()
    const close = /^@[A-Za-z]+\s*\(/.test(source) ? ')' : '}'
    readBody(
      cursorOn(source),
      this.#at(BODY) - start,
      close,
      (nameStart, nameEnd, valueStart, valueEnd) => {
        const value = valueText(source, { start: valueStart, end: valueEnd }, strings)
        fields.set(canonicalName(source.slice(nameStart, nameEnd)), value)
      },
      () => {},
    )
    return fields
  }
}

/** Where a value spells a key out; the whole value when it does not, as with a `@string`. */
function keyIn(text: string, value: Span, key: string): Span {
  const SEPARATES = /[\s,{}"]/
  for (let start = text.indexOf(key, value.start); start >= 0; start = text.indexOf(key, start + 1)) {
    const end = start + key.length
    if (end > value.end) break
    if (SEPARATES.test(text[start - 1]!) && (end === value.end || SEPARATES.test(text[end]!))) return { start, end }
  }
  return value
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
