import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { type Scope, scopesOf } from '../manuscript/scopes.ts'
import { memoByObject } from '../text/memo.ts'
import { shift } from '../text/span.ts'
import type { Finding } from './rule.ts'

/** What tells a passage that a rule has to look at. */
interface Meant {
  /** Is in every passage with a finding and in few others, and is looked for first: it is found many times faster. */
  readonly sign: RegExp
  readonly isMeant?: (scope: Scope) => boolean
}

/**
 * For a rule that judges each passage by itself: `find` gives the findings in one, with offsets in it, and is asked once
 * for as long as the passage reads the same. What comes out are the findings in a manuscript.
 */
export function byPassage(
  { sign, isMeant = () => true }: Meant,
  find: (prose: string) => readonly Finding[],
): (manuscript: Manuscript) => readonly Finding[] {
  const kept = memoByObject(({ prose }: Passage) => (sign.test(prose) ? find(prose) : []))
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
