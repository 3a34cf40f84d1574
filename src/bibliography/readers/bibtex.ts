import type { Bibliography, BibliographyReader } from '../reference.ts'
import { circles } from './bibtex/crossref.ts'
import { type BibtexReference, referencesOf } from './bibtex/entry.ts'
import { reread } from './bibtex/reread.ts'
import { type EntryTable, tableOf } from './bibtex/table.ts'

/** BibTeX and BibLaTeX, with Pandoc's grammar and its conversion to CSL. One pass finds the entries; fields are read lazily. */
export const bibtex: BibliographyReader = {
  format: 'bibtex',
  extensions: ['.bib', '.bibtex', '.biblatex'],
  recognises: text => /^[ \t]*@[A-Za-z]+\s{0,8}[{(]/m.test(text.slice(0, 100_000)),
  read: readBibtex,
}

/** What this reader gives; the table lets a changed text be read where it changed. */
interface BibtexBibliography extends Bibliography {
  readonly references: readonly BibtexReference[]
  readonly table: EntryTable
}

function readBibtex(text: string, uri: string, previous?: Bibliography): BibtexBibliography {
  const earlier = previous && 'table' in previous ? (previous as BibtexBibliography) : undefined
  const changed = earlier && reread(text, earlier.table)
  const table = changed?.table ?? tableOf(text)
  const references = referencesOf(uri, table)
  if (earlier && changed) {
    for (let index = 0; index < changed.before; index++) references[index]!.inheritItem(earlier.references[index]!)
    for (let back = 1; back <= changed.after; back++) references.at(-back)!.inheritItem(earlier.references.at(-back)!)
  }
  const problems = [
    ...table.problems,
    ...circles(new Map([...table.parents].map(([index, parents]) => [references[index]!.citekey, parents]))),
  ]
  return { uri, format: 'bibtex', references, problems, table }
}
