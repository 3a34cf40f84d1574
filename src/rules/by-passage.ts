import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { type Scope, scopesOf } from '../manuscript/scopes.ts'
import { memoByObject } from '../text/memo.ts'
import { shift } from '../text/span.ts'
import type { Finding } from './rule.ts'

/**
 * For a rule that judges each passage by itself: `find` gives the findings in one, with offsets in it, and is asked once
 * for as long as the passage reads the same. What comes out are the findings in a manuscript.
 */
export function byPassage(
  find: (prose: string) => readonly Finding[],
  isMeant: (scope: Scope) => boolean = () => true,
): (manuscript: Manuscript) => readonly Finding[] {
  const kept = memoByObject(({ prose }: Passage) => find(prose))
  return manuscript =>
    scopesOf(manuscript).flatMap(({ scope, span, passage }) =>
      isMeant(scope) ? kept(passage).map(finding => moved(finding, span.start)) : [],
    )
}

/** Whether a scope is edited as prose. */
export const isEdited = (scope: Scope): boolean => scope !== 'back'

const moved = ({ span, fixes, ...rest }: Finding, by: number): Finding => ({
  ...rest,
  span: shift(span, by),
  ...(fixes && {
    fixes: fixes.map(fix => ({
      ...fix,
      edits: fix.edits.map(edit => ({ ...edit, span: shift(edit.span, by) })),
    })),
  }),
})
