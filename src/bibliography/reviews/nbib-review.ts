import { nbib, nbibLines } from '../readers/nbib.ts'
import { passagesOf, type ReviewReader } from './review.ts'

/** The PubMed record of an article (NBIB): title, abstract, the authors' keywords and the MeSH headings. */
export const nbibReview: ReviewReader = {
  recognises: nbib.recognises,

  read(text, uri) {
    const [article, ...more] = nbib.read(text, uri).references
    if (!article?.item.title || more.length > 0) return undefined
    const lines = nbibLines(text)
    const all = (tag: string): string[] =>
      lines.filter(line => line.tag === tag).map(({ value }) => value.replace(/\/.*$|\*/g, '').trim())
    const { title, abstract } = article.item
    return {
      article: article.item,
      passages: passagesOf(['title', title], ['abstract', abstract]),
      keywords: [
        ...all('OT').map(word => ({ text: word, place: 'keywords' })),
        ...[...new Set(all('MH'))].map(word => ({ text: word, place: 'MeSH terms' })),
      ].filter(({ text }) => text !== ''),
      glossary: [],
      references: [],
    }
  },
}
