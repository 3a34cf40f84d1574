import type { Analysis } from '../../analysis/analysis.ts'
import { shortLabel } from '../../bibliography/describe.ts'
import type { Reference } from '../../bibliography/reference.ts'
import type { DialectName } from '../../manuscript/manuscript.ts'
import { titleLine } from '../hover/reference.ts'
import { citationItems } from '../subject.ts'
import type { Completion, CompletionItem } from './completion.ts'
import type { CompletionContext } from './context.ts'
import { searchReferences } from './search.ts'

/** No list is longer than this; typing on brings the rest. */
const MOST = 100

/** References by key, author, title, year and journal; those that the manuscript cites already come first. */
export function completeCitation(analysis: Analysis, context: CompletionContext): Completion {
  const { library, manuscript } = analysis
  const [first, ...more] = context.query.split(/\s+/)
  if (more.length > 0 && library.references.has(first!)) return { items: [], incomplete: false }

  const cited = new Set(citationItems(manuscript).map(({ citekey }) => citekey))
  cited.delete(typedKey(analysis, context))
  const found = searchReferences(library, context.query, cited, MOST)
  const items = found.flatMap(reference => {
    const newText = citekeyAsWritten(reference.citekey, context, manuscript.dialect)
    return newText === undefined ? [] : [completionItem(reference, newText, analysis, context)]
  })
  return { items, incomplete: true }
}

/** The key behind `@` as the renderer will read it whole: with braces when it needs them; nothing when no form can hold it. */
export function citekeyAsWritten(
  citekey: string,
  { form }: Pick<CompletionContext, 'form'>,
  dialect: DialectName,
): string | undefined {
  if (form === 'tex') return /[\s{},%\\]/.test(citekey) ? undefined : citekey
  if (form === 'role') return /[\s{},;`]/.test(citekey) ? undefined : citekey
  if (dialect === 'myst') return MYST_KEY.test(citekey) ? citekey : undefined
  if (SIMPLE_KEY.test(citekey)) return citekey
  return BRACED_KEY.test(citekey) ? `{${citekey}}` : undefined
}

/** Pandoc's manual, “Citation syntax”: what needs no braces, and what braces can hold. */
const SIMPLE_KEY = /^[\p{L}\p{N}_](?:[:/](?=\/)|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[\p{L}\p{N}_])*$/u
const BRACED_KEY = /^[^{}\s]+$/
/** MyST reads ASCII keys only, and a point or colon at the end as part of the key. */
const MYST_KEY = /^\w(?:[\w:.#$%&\-+?~/]*[\w/])?$/

function completionItem(
  reference: Reference,
  newText: string,
  analysis: Analysis,
  { query, span }: CompletionContext,
): CompletionItem {
  const { item, citekey } = reference
  const typed = analysis.manuscript.text.slice(span.start, span.start + query.length + 1)
  const opened = typed.startsWith('{') ? `{${query}` : query
  return {
    kind: 'reference',
    label: citekey,
    description: analysis.library.references.has(citekey)
      ? shortLabel(item)
      : `${shortLabel(item)} · your library only`,
    detail: titleLine(item),
    edit: { span, newText },
    // A space typed next must not close the list, as long as the key is not complete.
    filterText: query === citekey ? opened : `${opened} `,
    reference,
  }
}

/** The key that the cursor stands in is not “cited already”. */
export function typedKey({ manuscript: { text } }: Analysis, { span }: CompletionContext): string {
  return text.slice(span.start, span.end).replace(/^\{|\}$/g, '')
}
