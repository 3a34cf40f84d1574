import { type GeneSymbols, readGeneSymbols } from '../lexicon/gene-symbols.ts'
import { type ListLoader, listLoader } from './load-lists.ts'

/** Reads the lists of gene symbols that a project names. */
export const geneSymbolLoader = (): ListLoader<GeneSymbols> =>
  listLoader({
    read: readGeneSymbols,
    join: lists => ({
      size: lists.reduce((sum, { size }) => sum + size, 0),
      of: symbol => lists.map(list => list.of(symbol)).find(present => present !== undefined),
    }),
    called: 'list of gene symbols',
    empty: 'names no former symbol; it needs a column for former and one for approved symbols, or lines “OLD NEW”.',
  })
