import { abbreviationBeforeDefinition } from './abbreviation-before-definition.ts'
import { adjacentCitationGroups } from './adjacent-citation-groups.ts'
import { aliasOnlyCitation } from './alias-only-citation.ts'
import { ambiguousAbbreviation } from './ambiguous-abbreviation.ts'
import { brokenCitationGroup } from './broken-citation-group.ts'
import { citationMixedWithCrossReference } from './citation-mixed-with-cross-reference.ts'
import { citekeyNeedsBraces } from './citekey-needs-braces.ts'
import { commaSeparatedCitation } from './comma-separated-citation.ts'
import { conflictingAbbreviation } from './conflicting-abbreviation.ts'
import { deprecatedGeneSymbol } from './deprecated-gene-symbol.ts'
import { discouragedTerm } from './discouraged-term.ts'
import { duplicateCitekey } from './duplicate-citekey.ts'
import { duplicateFootnote } from './duplicate-footnote.ts'
import { duplicateLabel } from './duplicate-label.ts'
import { duplicateWork } from './duplicate-work.ts'
import { exampleLabelReadAsCitation } from './example-label-read-as-citation.ts'
import { excelMangledGene } from './excel-mangled-gene.ts'
import { fusionGeneNotation } from './fusion-gene-notation.ts'
import { geneItalics } from './gene-italics.ts'
import { handleReadAsCitation } from './handle-read-as-citation.ts'
import { incompleteReference } from './incomplete-reference.ts'
import { inconsistentHyphenation } from './inconsistent-hyphenation.ts'
import { inconsistentSpelling } from './inconsistent-spelling.ts'
import { intravasationExtravasation } from './intravasation-extravasation.ts'
import { malformedFrontMatter } from './malformed-front-matter.ts'
import { malformedIdentifier } from './malformed-identifier.ts'
import { malformedReference } from './malformed-reference.ts'
import { metEmtMismatch } from './met-emt-mismatch.ts'
import { missingBibliography } from './missing-bibliography.ts'
import { missingFigureNumber } from './missing-figure-number.ts'
import { missingFile } from './missing-file.ts'
import { missingHeadingAnchor } from './missing-heading-anchor.ts'
import { missingLexicon } from './missing-lexicon.ts'
import { pValueStyle } from './p-value-style.ts'
import { personFirstWording } from './person-first-wording.ts'
import { preprintWithPublishedVersion } from './preprint-with-published-version.ts'
import { rangeDash } from './range-dash.ts'
import { rawTexCitation } from './raw-tex-citation.ts'
import { redefinedAbbreviation } from './redefined-abbreviation.ts'
import { repeatedAuthor } from './repeated-author.ts'
import { retractedReference } from './retracted-reference.ts'
import { reviewIdiom } from './review-idiom.ts'
import type { Rule } from './rule.ts'
import { speciesItalics } from './species-italics.ts'
import { trialRegistration } from './trial-registration.ts'
import { undefinedAbbreviation } from './undefined-abbreviation.ts'
import { undefinedFootnote } from './undefined-footnote.ts'
import { undefinedLinkReference } from './undefined-link-reference.ts'
import { undefinedReferenceNumber } from './undefined-reference-number.ts'
import { underscoreInCitekey } from './underscore-in-citekey.ts'
import { underusedAbbreviation } from './underused-abbreviation.ts'
import { unitSpacing } from './unit-spacing.ts'
import { unportableCitekey } from './unportable-citekey.ts'
import { unreadPassage } from './unread-passage.ts'
import { unreferencedFigure } from './unreferenced-figure.ts'
import { unresolvedCitation } from './unresolved-citation.ts'
import { unresolvedCrossReference } from './unresolved-cross-reference.ts'
import { unresolvedNocite } from './unresolved-nocite.ts'
import { unresolvedParent } from './unresolved-parent.ts'
import { unusedFootnote } from './unused-footnote.ts'
import { unusedReference } from './unused-reference.ts'
import { unusedReferenceNumber } from './unused-reference-number.ts'
import { wrongDialectCrossReference } from './wrong-dialect-cross-reference.ts'

/** Every rule, in alphabetical order. */
export const RULES: readonly Rule[] = [
  abbreviationBeforeDefinition,
  adjacentCitationGroups,
  aliasOnlyCitation,
  ambiguousAbbreviation,
  brokenCitationGroup,
  citationMixedWithCrossReference,
  citekeyNeedsBraces,
  commaSeparatedCitation,
  conflictingAbbreviation,
  deprecatedGeneSymbol,
  discouragedTerm,
  duplicateCitekey,
  duplicateFootnote,
  duplicateLabel,
  duplicateWork,
  exampleLabelReadAsCitation,
  excelMangledGene,
  fusionGeneNotation,
  geneItalics,
  handleReadAsCitation,
  incompleteReference,
  inconsistentHyphenation,
  inconsistentSpelling,
  intravasationExtravasation,
  malformedFrontMatter,
  malformedIdentifier,
  malformedReference,
  metEmtMismatch,
  missingBibliography,
  missingFigureNumber,
  missingFile,
  missingHeadingAnchor,
  missingLexicon,
  pValueStyle,
  personFirstWording,
  preprintWithPublishedVersion,
  rangeDash,
  rawTexCitation,
  redefinedAbbreviation,
  repeatedAuthor,
  retractedReference,
  reviewIdiom,
  speciesItalics,
  trialRegistration,
  undefinedAbbreviation,
  undefinedFootnote,
  undefinedLinkReference,
  undefinedReferenceNumber,
  underscoreInCitekey,
  underusedAbbreviation,
  unitSpacing,
  unportableCitekey,
  unreadPassage,
  unreferencedFigure,
  unresolvedCitation,
  unresolvedCrossReference,
  unresolvedNocite,
  unresolvedParent,
  unusedFootnote,
  unusedReference,
  unusedReferenceNumber,
  wrongDialectCrossReference,
]

/** The rule of that id. */
export const ruleOf = (id: string): Rule | undefined => RULES.find(rule => rule.id === id)
