import { DIALECT_NAMES } from '../manuscript/manuscript.ts'
import { choice, flag, strings } from '../settings/setting.ts'
import { lexicons } from './lexicon-entries.ts'

/** The general settings: the same in `.stroma.yaml` and, behind `stroma.`, in the editor. Rules and overrides come on top. */
export const GENERAL_SETTINGS = {
  dialect: choice(
    'Which renderer’s reading to follow. `auto` finds it from the file name, the front matter and the files of the project.',
    ['auto', ...DIALECT_NAMES],
    'auto',
  ),
  bibliography: strings(
    'Bibliographies for every manuscript, besides those that its front matter names. Paths are relative to the project file.',
  ),
  library: {
    ...strings(
      'Your own library: bibliographies that you keep for all that you write, such as the automatic export of a reference manager. Its references are suggested and can be added to the bibliography of a manuscript; a citation resolves only in that.',
    ),
    scope: 'machine-overridable' as const,
  },
  retractions: strings(
    'Lists of retracted works that `retracted-reference` checks against: the CSV of Retraction Watch, another CSV with a column for DOI or PMID, or PMIDs as PubMed saves them. Nothing is fetched. Paths are relative to the project file.',
  ),
  geneSymbols: strings(
    'Lists of gene symbols that `deprecated-gene-symbol` checks against besides its own: HGNC’s complete set or a download of yours from HGNC, another table with a column for former and one for approved symbols, or lines “OLD NEW”. Nothing is fetched. Paths are relative to the project file.',
  ),
  lexicons: lexicons(
    'Lexicons to use besides the one that Stroma ships: packs, ontologies and other vocabularies, and indexes made by `stroma lexicon build`. Each is a path relative to the project file, or an object with `path` and what of it is used (`enabled`, `categories`, `exceptCategories`, `packs`, `exceptPacks`). The one named first goes first.',
  ),
  completeTerms: flag(
    'Offer the terms of the lexicons and the abbreviations of the manuscript when suggestions are asked for in its text.',
    true,
  ),
  showExpansions: flag('Show after each abbreviation what it stands for, as far as the manuscript defines it.', false),
  ignore: strings('Files that are not checked, as globs relative to the project file.'),
}
