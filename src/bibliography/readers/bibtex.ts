import { atOnce, type Steps, within } from '../../text/steps.ts'
import type { Bibliography, BibliographyReader, Parent } from '../reference.ts'
import { circles } from './bibtex/crossref.ts'
import { type BibtexReference, referencesOf } from './bibtex/entry.ts'
import { reread } from './bibtex/reread.ts'
import { type EntryTable, tableOf } from './bibtex/table.ts'

/** BibTeX and BibLaTeX, with Pandoc's grammar and its conversion to CSL. One pass finds the entries; fields are read lazily. */
export const bibtex: BibliographyReader = {
  format: 'bibtex',
  extensions: ['.bib', '.bibtex', '.biblatex'],
  recognises: text => /^[ \t]*@[A-Za-z]+\s{0,8}[{(]/m.test(text.slice(0, 100_000)),
  read: (text, uri, previous) => atOnce(readBibtex(text, uri, previous)),
  steps: readBibtex,
}

/** What this reader gives; the table lets a changed text be read where it changed. */
interface BibtexBibliography extends Bibliography {
  /** All entries, those included that can be inherited from and not cited. */
  readonly entries: readonly BibtexReference[]
  readonly table: EntryTable
  readonly lineage: object
}

/** Which part of the work the table of the entries is. */
const TABLE = 0.9

function* readBibtex(text: string, uri: string, previous?: Bibliography): Steps<BibtexBibliography> {
  const earlier = previous && 'table' in previous ? (previous as BibtexBibliography) : undefined
  const changed = earlier && (yield* within(0, TABLE, reread(text, earlier.table)))
  const table = changed?.table ?? (yield* within(0, TABLE, tableOf(text)))
  const unchanged = earlier && changed && { ...changed, references: earlier.entries }
  const entries = yield* within(TABLE, 1, referencesOf(uri, table, unchanged))
  const problems = [
    ...table.problems,
    ...circles(new Map([...table.parents].map(([index, parents]) => [entries[index]!.citekey, inherited(parents)]))),
  ]
  const references = citable(entries, table)
  const lineage = unchanged ? earlier.lineage : {}
  return { uri, format: 'bibtex', references, problems, table, entries, lineage }
}

/** Pandoc and biber cite no `@xdata`: it holds fields for others. */
const citable = (entries: readonly BibtexReference[], { types }: EntryTable): readonly BibtexReference[] =>
  types.includes('xdata') ? entries.filter(({ entryType }) => entryType !== 'xdata') : entries

const inherited = (parents: readonly Parent[]): readonly Parent[] => parents.filter(({ field }) => field !== 'xref')
