import { jatsReview } from './jats-review.ts'
import { nbibReview } from './nbib-review.ts'
import { pubmedPageReview } from './pubmed-page-review.ts'
import type { Review, ReviewReader } from './review.ts'

const READERS: readonly ReviewReader[] = [jatsReview, nbibReview, pubmedPageReview]

/**
 * Reads one article as a source of terms: its full text in JATS XML, its PubMed record (NBIB), or its page on PubMed
 * saved as text. Nothing when the text is none of these, or has no title.
 */
export function readReview(text: string, uri: string): Review | undefined {
  for (const reader of READERS) {
    const review = reader.recognises(text) ? reader.read(text, uri) : undefined
    if (review) return review
  }
  return undefined
}
