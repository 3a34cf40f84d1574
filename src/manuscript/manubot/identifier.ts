import { isbnProblem } from './isbn.ts'

/** A persistent identifier that Manubot looks up by itself, so that it needs no bibliography. */
export interface PersistentIdentifier {
  readonly prefix: string
  /** As Manubot writes it: two citekeys with one standard form are one work. */
  readonly standard: string
  /** Why it can't be looked up, and what to do; said for the author. */
  readonly problem?: string
}

interface Scheme {
  readonly aliases?: readonly string[]
  readonly pattern: RegExp
  readonly form: string
  standardise?(accession: string): string
  problem?(accession: string): string | undefined
}

const lower = (accession: string): string => accession.toLowerCase()

/** The schemes that Manubot handles itself, with the forms that it checks. */
const SCHEMES: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  [
    'doi',
    {
      aliases: ['shortdoi'],
      pattern: /^10\.\d{4,9}\/\S+$|^10\/[a-zA-Z0-9]+$/,
      form: '10.1371/journal.pbio.1002456',
      standardise: lower,
      problem: cutDoi,
    },
  ],
  ['pubmed', { aliases: ['pmid'], pattern: /^[1-9]\d{0,7}$/, form: '25523234', problem: wrongPubmed }],
  ['pmc', { aliases: ['pmcid'], pattern: /^PMC\d+$/, form: 'PMC4304716' }],
  ['arxiv', { pattern: /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/, form: '1407.3561' }],
  [
    'isbn',
    {
      pattern: /^[\dXx -]+$/,
      form: '9780262517638',
      standardise: accession => accession.replace(/[ -]/g, ''),
      problem: isbnProblem,
    },
  ],
  ['url', { pattern: /^(?:https?|ftp):\/\/[^\s/]+/i, form: 'https://example.org/page' }],
  ['wikidata', { pattern: /^Q[1-9]\d*$/, form: 'Q56458321' }],
])

/** Prefixes of the Bioregistry that biomedical manuscripts cite; their accessions are not judged. */
const REGISTERED = new Set(
  (
    'addgene antibodyregistry arrayexpress bao bgee bindingdb biomodels bioproject biosample biostudies bto cellosaurus chebi ' +
    'chembl chembl.compound chembl.target cl clinicaltrials clinvar cosmic dbgap dbsnp doid drugbank ec-code eccode efo ' +
    'ega.dataset ega.study ensembl geo go gnomad hgnc hgnc.genefamily hgnc.symbol hp icd10 icd11 interpro kegg kegg.pathway ' +
    'mesh mgi mondo ncbigene ncbitaxon ncit obi omim orcid orphanet pdb pfam pr protocols.io proteomexchange pubchem.compound ' +
    'reactome rrid ror rxnorm so sra taxonomy uberon uniprot wikipathways zenodo.record'
  ).split(' '),
)

/** The identifier that a citekey is, given with its prefix or, as Manubot infers it, without; nothing for a plain key. */
export function identifierOf(citekey: string): PersistentIdentifier | undefined {
  if (/^https?:\/\//i.test(citekey)) return identifier('url', citekey)
  const colon = citekey.indexOf(':')
  if (colon < 0) return inferred(citekey)
  const prefix = citekey.slice(0, colon).toLowerCase()
  const name = SCHEMES.has(prefix) ? prefix : [...SCHEMES].find(([, { aliases }]) => aliases?.includes(prefix))?.[0]
  if (name) return identifier(name, citekey.slice(colon + 1))
  if (!REGISTERED.has(prefix) || colon === citekey.length - 1) return undefined
  return { prefix, standard: `${prefix}:${citekey.slice(colon + 1)}` }
}

function identifier(prefix: string, accession: string): PersistentIdentifier {
  const { pattern, form, standardise = same, problem } = SCHEMES.get(prefix)!
  const wrong = problem?.(accession) ?? (pattern.test(accession) ? undefined : `It should look like “${form}”.`)
  return { prefix, standard: `${prefix}:${standardise(accession)}`, ...(wrong ? { problem: wrong } : {}) }
}

/** What a key without a prefix is by its form alone. */
function inferred(citekey: string): PersistentIdentifier | undefined {
  for (const prefix of ['doi', 'pmc', 'pubmed', 'wikidata', 'arxiv']) {
    const found = SCHEMES.get(prefix)!.pattern.test(citekey) ? identifier(prefix, citekey) : undefined
    if (found && !found.problem) return found
  }
  return undefined
}

const same = (accession: string): string => accession

function wrongPubmed(accession: string): string | undefined {
  return /^PMC\d+$/i.test(accession) ? `This is a PMC number; write “pmc:${accession.toUpperCase()}”.` : undefined
}

/** A parenthesis in a DOI ends the key unless braces stand around it. */
function cutDoi(accession: string): string | undefined {
  return /^10\.\d{4,9}\/?$/.test(accession)
    ? 'The part after the slash is missing; write braces around a DOI with parentheses, “@{doi:…}”.'
    : undefined
}
