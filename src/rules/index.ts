import { abbreviationBeforeDefinition } from './abbreviation-before-definition.ts'
import { ambiguousAbbreviation } from './ambiguous-abbreviation.ts'
import { conflictingAbbreviation } from './conflicting-abbreviation.ts'
import { deprecatedGeneSymbol } from './deprecated-gene-symbol.ts'
import { discouragedTerm } from './discouraged-term.ts'
import { duplicateCitekey } from './duplicate-citekey.ts'
import { excelMangledGene } from './excel-mangled-gene.ts'
import { fusionGeneNotation } from './fusion-gene-notation.ts'
import { geneItalics } from './gene-italics.ts'
import { inconsistentHyphenation } from './inconsistent-hyphenation.ts'
import { inconsistentSpelling } from './inconsistent-spelling.ts'
import { intravasationExtravasation } from './intravasation-extravasation.ts'
import { malformedFrontMatter } from './malformed-front-matter.ts'
import { malformedIdentifier } from './malformed-identifier.ts'
import { malformedReference } from './malformed-reference.ts'
import { metEmtMismatch } from './met-emt-mismatch.ts'
import { missingBibliography } from './missing-bibliography.ts'
import { pValueStyle } from './p-value-style.ts'
import { rangeDash } from './range-dash.ts'
import { redefinedAbbreviation } from './redefined-abbreviation.ts'
import { reviewIdiom } from './review-idiom.ts'
import type { Rule } from './rule.ts'
import { speciesItalics } from './species-italics.ts'
import { trialRegistration } from './trial-registration.ts'
import { undefinedAbbreviation } from './undefined-abbreviation.ts'
import { undefinedFootnote } from './undefined-footnote.ts'
import { underusedAbbreviation } from './underused-abbreviation.ts'
import { unitSpacing } from './unit-spacing.ts'
import { unreadPassage } from './unread-passage.ts'
import { unresolvedCitation } from './unresolved-citation.ts'
import { unresolvedCrossReference } from './unresolved-cross-reference.ts'

/** Every rule, in alphabetical order. */
export const RULES: readonly Rule[] = [
  abbreviationBeforeDefinition,
  ambiguousAbbreviation,
  conflictingAbbreviation,
  deprecatedGeneSymbol,
  discouragedTerm,
  duplicateCitekey,
  excelMangledGene,
  fusionGeneNotation,
  geneItalics,
  inconsistentHyphenation,
  inconsistentSpelling,
  intravasationExtravasation,
  malformedFrontMatter,
  malformedIdentifier,
  malformedReference,
  metEmtMismatch,
  missingBibliography,
  pValueStyle,
  rangeDash,
  redefinedAbbreviation,
  reviewIdiom,
  speciesItalics,
  trialRegistration,
  undefinedAbbreviation,
  undefinedFootnote,
  underusedAbbreviation,
  unitSpacing,
  unreadPassage,
  unresolvedCitation,
  unresolvedCrossReference,
]

/** The rule of that id. */
export const ruleOf = (id: string): Rule | undefined => RULES.find(rule => rule.id === id)
