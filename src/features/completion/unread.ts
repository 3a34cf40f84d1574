import type { Analysis } from '../../analysis/analysis.ts'
import type { BibliographySource } from '../../bibliography/reference.ts'
import { citationItems, findReference } from '../subject.ts'
import { citekeyAsWritten, typedKey } from './citation.ts'
import type { Completion, CompletionItem } from './completion.ts'
import type { CompletionContext } from './context.ts'

/**
 * What can be offered in place of references that have not been read: the citekeys that the manuscript has elsewhere, and a
 * row that says what is missing and changes nothing when it is chosen. Nothing once every bibliography is known.
 */
export function completeUnread(analysis: Analysis, context: CompletionContext): Completion {
  const { library, manuscript } = analysis
  const unread = [...library.sources, ...library.offered.sources].filter(
    source => source.unread !== undefined && !source.bibliography,
  )
  // Words behind a key may be the text that goes on.
  if (unread.length === 0 || /\s/.test(context.query)) return { items: [], incomplete: false }

  const keys = new Set(citationItems(manuscript).map(({ citekey }) => citekey))
  keys.delete(typedKey(analysis, context))
  const wanted = context.query.toLowerCase()
  const items = [...keys]
    .filter(key => key !== '*' && !findReference(library, key) && key.toLowerCase().includes(wanted))
    .flatMap(key => {
      const newText = citekeyAsWritten(key, context, manuscript.dialect)
      return newText === undefined
        ? []
        : [item(analysis, context, { label: key, description: 'cited already', newText })]
    })
  return { items: [...items, note(analysis, context, unread)], incomplete: true }
}

function note(analysis: Analysis, context: CompletionContext, unread: readonly BibliographySource[]): CompletionItem {
  const { text } = analysis.manuscript
  const names = unread.length === 1 ? unread[0]!.path.replace(/^.*[\\/]/, '') : `${unread.length} bibliographies`
  const isReading = unread.some(source => source.unread === 'reading')
  const state = isReading ? 'being read' : 'not read: it was cancelled'
  return {
    ...item(analysis, context, {
      label: `${names} ${unread.length === 1 ? 'is' : 'are'} ${state}`,
      description: isReading ? 'its references come when you type on' : '“Stroma: Read Bibliographies” reads on',
      newText: text.slice(context.span.start, context.span.end),
    }),
    kind: 'note',
  }
}

function item(
  { manuscript: { text } }: Analysis,
  { query, span }: CompletionContext,
  { label, description, newText }: { readonly label: string; readonly description: string; readonly newText: string },
): CompletionItem {
  const opened = text[span.start] === '{' ? `{${query}` : query
  return { kind: 'reference', label, description, edit: { span, newText }, filterText: `${opened} ` }
}
