import type { Problem, Span } from '../../text/span.ts'
import type { Bibliography, BibliographyReader, CslItem, Reference } from '../reference.ts'
import { readBody } from './bibtex/body.ts'
import { circles, inherit, type Parent } from './bibtex/crossref.ts'
import { cursorOn, INVISIBLE } from './bibtex/cursor.ts'
import { canonicalName, type Fields, valueText } from './bibtex/fields.ts'
import { splitAtTopLevel } from './bibtex/names.ts'
import { scanBibtex } from './bibtex/scan.ts'
import { toCsl } from './bibtex/to-csl.ts'

/** BibTeX and BibLaTeX, with Pandoc's grammar and its conversion to CSL. */
export const bibtex: BibliographyReader = {
  format: 'bibtex',
  extensions: ['.bib', '.bibtex', '.biblatex'],
  recognises: text => /^[ \t]*@[A-Za-z]+\s{0,8}[{(]/m.test(text.slice(0, 100_000)),
  read: readBibtex,
}

function readBibtex(text: string, uri: string): Bibliography {
  const file: BibtexFile = { text, uri, strings: new Map(), entries: new Map() }
  const references: BibtexReference[] = []
  const parents = new Map<string, Parent[]>()
  let ids: Span | undefined
  let inherits: Parent[] = []
  const problems: Problem[] = scanBibtex(text, {
    entry(type, start, end, keyStart, keyEnd, body) {
      const reference = new BibtexReference(file, type, start, end, keyStart, keyEnd, body)
      if (ids && ids.start >= start) reference.aliases = readAliases(text, ids)
      if (inherits.length > 0) {
        parents.set(
          reference.citekey,
          inherits.filter(({ span }) => span.start >= start),
        )
        inherits = []
      }
      ids = undefined
      references.push(reference)
      file.entries.set(reference.citekey, reference)
    },
    field(nameStart, nameEnd, valueStart, valueEnd) {
      const length = nameEnd - nameStart
      if (length !== 3 && length !== 5 && length !== 8) return
      const name = text.slice(nameStart, nameEnd).toLowerCase()
      const span = { start: valueStart, end: valueEnd }
      if (name === 'ids') ids = span
      else if (name === 'crossref' || name === 'xdata') {
        for (const key of splitKeys(valueText(text, span, file.strings))) inherits.push({ key, span })
      }
    },
    string(name, start, end) {
      file.strings.set(name, valueText(text, { start, end }, file.strings))
    },
  })
  problems.push(...circles(parents))
  return { uri, format: 'bibtex', references, problems }
}

/** What the entries of one file share. */
interface BibtexFile {
  readonly text: string
  readonly uri: string
  readonly strings: Map<string, string>
  /** By citekey, for `crossref` and `xdata`. */
  readonly entries: Map<string, BibtexReference>
}

/** An entry of which only the place is known; its fields are read when someone looks at `item`. */
class BibtexReference implements Reference {
  readonly citekey: string
  aliases?: readonly string[]
  readonly #file: BibtexFile
  readonly #type: string
  readonly #places: readonly [start: number, end: number, keyStart: number, keyEnd: number, body: number]
  #item: CslItem | undefined

  constructor(
    file: BibtexFile,
    type: string,
    start: number,
    end: number,
    keyStart: number,
    keyEnd: number,
    body: number,
  ) {
    const key = file.text.slice(keyStart, keyEnd)
    this.citekey = INVISIBLE.test(key) ? key.replace(new RegExp(INVISIBLE, 'g'), '') : key
    this.#file = file
    this.#type = type
    this.#places = [start, end, keyStart, keyEnd, body]
  }

  get location() {
    return { uri: this.#file.uri, span: { start: this.#places[0], end: this.#places[1] } }
  }

  get citekeySpan() {
    return { start: this.#places[2], end: this.#places[3] }
  }

  get item(): CslItem {
    this.#item ??= toCsl(this.citekey, this.#type, this.fields(new Set()))
    return this.#item
  }

  /** Own fields and inherited ones; `above` holds the entries that are inheriting from this one, so that no circle is walked. */
  fields(above: Set<BibtexReference>): Fields {
    const fields = this.#ownFields()
    const parents = ['xdata', 'crossref'].flatMap(name => splitKeys(fields.get(name)))
    if (parents.length === 0 || above.has(this)) return fields
    above.add(this)
    for (const key of parents) {
      const parent = this.#file.entries.get(key)
      if (parent && !above.has(parent)) inherit(fields, this.#type, parent.fields(above), parent.#type)
    }
    above.delete(this)
    return fields
  }

  #ownFields(): Fields {
    const [start, end, , , body] = this.#places
    const source = this.#file.text.slice(start, end)
    const fields: Fields = new Map()
    const close = /^@[A-Za-z]+\s*\(/.test(source) ? ')' : '}'
    const ignore = (): void => {}
    readBody(
      cursorOn(source),
      body - start,
      close,
      (nameStart, nameEnd, valueStart, valueEnd) => {
        const value = valueText(source, { start: valueStart, end: valueEnd }, this.#file.strings)
        fields.set(canonicalName(source.slice(nameStart, nameEnd)), value)
      },
      ignore,
    )
    return fields
  }
}

const splitKeys = (value: string | undefined): string[] =>
  value === undefined
    ? []
    : value
        .split(',')
        .map(key => key.trim())
        .filter(Boolean)

const readAliases = (text: string, span: Span): string[] =>
  splitAtTopLevel(valueText(text, span, new Map()), ',')
    .map(key => key.trim())
    .filter(Boolean)
