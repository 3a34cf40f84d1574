/**
 * Properties of the Citation Typing Ontology that may stand before a citekey, `[@citesAsAuthority:smith2020]`; the names and
 * short names that the Lua filter `cito` and the Journal of Open Source Software accept.
 */
const PROPERTIES = new Set(
  (
    'agrees_with agreesWith citation cites cites_as_authority citesAsAuthority as_authority cites_as_data_source ' +
    'citesAsDataSource as_data_source cites_as_evidence citesAsEvidence as_evidence evidence cites_as_metadata_document ' +
    'citesAsMetadataDocument cites_as_potential_solution citesAsPotentialSolution cites_as_recommended_reading ' +
    'citesAsRecommendedReading as_recommended_reading cites_as_related citesAsRelated related cites_as_source_document ' +
    'citesAsSourceDocument as_source_document cites_for_information citesForInformation for_information information ' +
    'compiles confirms contains_assertion_from containsAssertionFrom corrects credits critiques derides describes ' +
    'disagrees_with disagreesWith discusses disputes documents extends includes_excerpt_from includesExcerptFrom ' +
    'includes_quotation_from includesQuotationFrom likes method_in obtains_background_from obtainsBackgroundFrom ' +
    'obtains_support_from obtainsSupportFrom parodies plagiarizes qualifies refutes replies_to repliesTo retracts ' +
    'reviews ridicules speculates_on speculatesOn supports updates uses_conclusions_from usesConclusionsFrom ' +
    'uses_data_from usesDataFrom uses_method_in usesMethodIn'
  ).split(' '),
)

/** The citekey behind the property of a typed citation; nothing when the citation has none. */
export function citekeyOfTyped(citekey: string): string | undefined {
  const colon = citekey.indexOf(':')
  return colon > 0 && PROPERTIES.has(citekey.slice(0, colon)) ? citekey.slice(colon + 1) : undefined
}
