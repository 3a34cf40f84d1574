import { byPosition } from '../../text/span.ts'
import type { FrontMatter } from '../front-matter.ts'
import { withIdentifiers } from '../labels/heading-identifiers.ts'
import { aliasesOf } from '../manubot/aliases.ts'
import type { Citation, CitekeyAlias, CrossReference, DialectName, Heading, Label } from '../manuscript.ts'
import type { Reading } from '../reading.ts'
import type { Dialect, Source } from './dialect.ts'
import { manubot } from './manubot.ts'
import { myst } from './myst.ts'
import { pandoc } from './pandoc.ts'
import { quarto } from './quarto.ts'
import { rmarkdown } from './rmarkdown.ts'

/** Every dialect by its name. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { pandoc, quarto, rmarkdown, myst, manubot }

export interface Interpretation {
  readonly labels: readonly Label[]
  readonly crossReferences: readonly CrossReference[]
  /** With the identifiers that the renderer makes. */
  readonly headings: readonly Heading[]
  readonly aliases: readonly CitekeyAlias[]
  /** The citations of the reading but for those that define an alias; items that the dialect takes for cross-references say so and are in `crossReferences` too. */
  readonly citations: readonly Citation[]
}

/** What a dialect makes of a reading: its labels, and which of what is referred to is a label rather than a work. */
export function interpret(text: string, reading: Reading, frontMatter: FrontMatter, dialect: Dialect): Interpretation {
  const bare: Source = { text, reading, frontMatter, labels: [] }
  const labels = distinct([...dialect.labels(bare)].sort((a, b) => byPosition(a.span, b.span)))
  const source: Source = { ...bare, labels }
  const crossReferences = [...dialect.crossReferences(source)]
  const aliases = dialect.extensions.aliasDefinitions ? aliasesOf(text, reading.citations, frontMatter) : []
  const defining = new Set(aliases.map(({ citekeySpan }) => citekeySpan.start))
  const isCitation = ({ items }: Citation): boolean => !items.some(item => defining.has(item.citekeySpan.start))
  const citations = (aliases.length ? reading.citations.filter(isCitation) : reading.citations).map(citation => {
    let changed = false
    const items = citation.items.map(item => {
      const target = dialect.crossReferenceOf(item.citekey, source)
      if (!target) return item
      changed = true
      crossReferences.push({ ...target, form: 'citation', span: item.span, labelSpan: item.citekeySpan })
      return { ...item, crossReference: true }
    })
    return changed ? { ...citation, items } : citation
  })
  const headings = dialect.grammar === 'pandoc' ? withIdentifiers(reading.headings) : reading.headings
  return {
    labels,
    headings,
    aliases,
    crossReferences: crossReferences.sort((a, b) => byPosition(a.span, b.span)),
    citations,
  }
}

/** One label may be found in two ways at one place, such as a chunk's in its header and in its attributes. */
function distinct(labels: readonly Label[]): Label[] {
  const seen = new Set<string>()
  return labels.filter(({ label, span }) => {
    const key = `${span.start} ${label}`
    return !seen.has(key) && seen.add(key)
  })
}
