import { duplicateCitekey } from './duplicate-citekey.ts'
import { malformedFrontMatter } from './malformed-front-matter.ts'
import { malformedIdentifier } from './malformed-identifier.ts'
import { malformedReference } from './malformed-reference.ts'
import { missingBibliography } from './missing-bibliography.ts'
import type { Rule } from './rule.ts'
import { undefinedFootnote } from './undefined-footnote.ts'
import { unreadPassage } from './unread-passage.ts'
import { unresolvedCitation } from './unresolved-citation.ts'
import { unresolvedCrossReference } from './unresolved-cross-reference.ts'

/** Every rule, in alphabetical order. */
export const RULES: readonly Rule[] = [
  duplicateCitekey,
  malformedFrontMatter,
  malformedIdentifier,
  malformedReference,
  missingBibliography,
  undefinedFootnote,
  unreadPassage,
  unresolvedCitation,
  unresolvedCrossReference,
]

/** The rule of that id. */
export const ruleOf = (id: string): Rule | undefined => RULES.find(rule => rule.id === id)
