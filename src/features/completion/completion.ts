import type { Analysis } from '../../analysis/analysis.ts'
import type { Reference } from '../../bibliography/reference.ts'
import type { Edit } from '../../text/edit.ts'
import { completeCitation } from './citation.ts'
import { completionContext } from './context.ts'
import { completeCrossReference } from './cross-reference.ts'
import { completeFootnote } from './footnote.ts'
import { completeTerm } from './term.ts'
import { completeUnread } from './unread.ts'

/** A note is no choice: it says what is missing. */
export type CompletionKind = 'reference' | 'label' | 'footnote' | 'term' | 'note'

/** One thing that could stand at the cursor. */
export interface CompletionItem {
  readonly kind: CompletionKind
  readonly label: string
  /** Short, beside the label: author and year. */
  readonly description?: string
  /** One line about it: the title. */
  readonly detail?: string
  /** What choosing it does to the text; its span lies on the line of the cursor and touches it. */
  readonly edit: Edit
  /** What editors compare with the text typed; chosen so that no editor filters out what was found by author or title. */
  readonly filterText: string
  /** The reference to show when an editor asks for more. */
  readonly reference?: Reference
}

export interface Completion {
  /** Best first. */
  readonly items: readonly CompletionItem[]
  /** Whether typing on can bring items that are not in the list. */
  readonly incomplete: boolean
}

/** What an author may want to write at `offset`; terms only `withTerms`, and where nothing that has a key is being written. */
export function complete(analysis: Analysis, offset: number, { withTerms = false } = {}): Completion | undefined {
  const context = completionContext(analysis.manuscript, offset)
  if (!context) {
    const terms = withTerms ? completeTerm(analysis, offset) : undefined
    return terms && terms.items.length > 0 ? terms : undefined
  }
  const parts =
    context.kind === 'footnote'
      ? [completeFootnote(analysis, context)]
      : context.kind === 'cross-reference'
        ? [completeCrossReference(analysis, context)]
        : [
            completeCitation(analysis, context),
            completeCrossReference(analysis, context),
            completeUnread(analysis, context),
          ]
  const items = parts.flatMap(part => part.items)
  return items.length === 0 ? undefined : { items, incomplete: parts.some(part => part.incomplete) }
}
