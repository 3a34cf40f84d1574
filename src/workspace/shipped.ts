import reviewIndex from '../../data/indexes/meseure-2014.json'
import reviewPack from '../../data/packs/meseure-2014.json'
import reviewReferences from '../../data/references/meseure-2014.json'
import { readBibliography } from '../bibliography/read-bibliography.ts'
import type { BibliographySource } from '../bibliography/reference.ts'
import { loadIndex } from '../lexicon/binary-index.ts'
import type { Lexicon } from '../lexicon/concept.ts'
import { type Pack, readPack } from '../lexicon/read-pack.ts'
import { lazy } from '../text/memo.ts'

const NAME = 'the references of Meseure et al. 2014, which Stroma ships'

/** The reference list of the review: what citations complete from when a project has no bibliography of its own. */
export const shippedReferences: () => BibliographySource = lazy(() => ({
  path: NAME,
  declaredIn: 'built-in',
  looked: [],
  bibliography: readBibliography(JSON.stringify(reviewReferences, null, 2), 'stroma:/references/meseure-2014.json'),
}))

/** What the shipped pack is called where lexicons are named. */
export const SHIPPED_PACK = 'stroma:meseure-2014'

/** The lexicon pack of the review. */
export const shippedPack: () => Pack = lazy(() =>
  readPack(JSON.stringify(reviewPack), 'stroma:/packs/meseure-2014.json'),
)

/** The pack compiled, as it was generated from it, since compiling it would cost every start. */
export const shippedLexicon: () => Lexicon = lazy(() => {
  // a copy, which begins where typed arrays may
  const loaded = loadIndex(Uint8Array.from(Buffer.from(reviewIndex, 'base64')))
  if ('failure' in loaded) throw new Error(`The shipped lexicon ${loaded.failure}`)
  return loaded.lexicon
})
