import { link, plain } from './markdown.ts'

/** Where an identifier of a vocabulary is described: its name for readers and the address, `$` standing for the identifier. */
const VOCABULARIES = new Map<string, { readonly name: string; readonly address: string; readonly isBare?: boolean }>([
  ['mesh', { name: 'MeSH', address: 'https://meshb.nlm.nih.gov/record/ui?ui=$', isBare: true }],
  [
    'ncit',
    { name: 'NCIt', address: 'https://evsexplore.semantics.cancer.gov/evsexplore/concept/ncit/$', isBare: true },
  ],
  ['go', { name: 'GO', address: 'https://amigo.geneontology.org/amigo/term/$' }],
  ['cl', { name: 'Cell Ontology', address: 'https://www.ebi.ac.uk/ols4/ontologies/cl/classes?obo_id=$' }],
  ['mondo', { name: 'Mondo', address: 'https://www.ebi.ac.uk/ols4/ontologies/mondo/classes?obo_id=$' }],
  ['hp', { name: 'HPO', address: 'https://www.ebi.ac.uk/ols4/ontologies/hp/classes?obo_id=$' }],
  ['uberon', { name: 'Uberon', address: 'https://www.ebi.ac.uk/ols4/ontologies/uberon/classes?obo_id=$' }],
  ['doid', { name: 'Disease Ontology', address: 'https://www.ebi.ac.uk/ols4/ontologies/doid/classes?obo_id=$' }],
  ['chebi', { name: 'ChEBI', address: 'https://www.ebi.ac.uk/chebi/searchId.do?chebiId=$' }],
  ['umls', { name: 'UMLS', address: 'https://uts.nlm.nih.gov/uts/umls/concept/$', isBare: true }],
  ['hgnc', { name: 'HGNC', address: 'https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/$' }],
])

/** The identifier as a link to its vocabulary; as plain text when the vocabulary is not known. */
export function identifierLink(system: string, id: string): string {
  const vocabulary = VOCABULARIES.get(system.toLowerCase())
  const prefix = `${system.toLowerCase()}:`
  const isPrefixed = id.toLowerCase().startsWith(prefix)
  if (!vocabulary) return plain(isPrefixed ? id : `${system} ${id}`)
  // the identifiers of the OBO family have their prefix in the address, others have none
  const bare = isPrefixed && vocabulary.isBare ? id.slice(prefix.length) : id
  const said = bare.toLowerCase().startsWith(prefix) ? bare : `${vocabulary.name} ${bare}`
  return link(
    said,
    vocabulary.address.replace('$', () => encodeURIComponent(bare)),
  )
}

/** The address of a DOI, given bare or as an address; nothing when it is not one. */
export function doiAddress(doi: string): string | undefined {
  const bare = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(doi.trim())?.[1]
  return bare && `https://doi.org/${encodeURIComponent(bare).replaceAll('%2F', '/')}`
}

export function pmidAddress(pmid: string): string | undefined {
  return /^\d{1,9}$/.test(pmid.trim()) ? `https://pubmed.ncbi.nlm.nih.gov/${pmid.trim()}/` : undefined
}

export function pmcidAddress(pmcid: string): string | undefined {
  const number = /^(?:PMC)?(\d{1,9})(?:\.\d+)?$/i.exec(pmcid.trim())?.[1]
  return number && `https://pmc.ncbi.nlm.nih.gov/articles/PMC${number}/`
}
