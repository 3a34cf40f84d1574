import { pubmedPage } from '../readers/pubmed-page.ts'
import { passagesOf, type ReviewReader, type Spoken } from './review.ts'

/** The page of an article on PubMed, saved as text: title, abstract, captions, keywords, MeSH terms, references. */
export const pubmedPageReview: ReviewReader = {
  recognises: pubmedPage.recognises,

  read(text, uri) {
    const { references } = pubmedPage.read(text, uri)
    const [article, ...listed] = references
    if (!article?.item.title) return undefined
    const { title, abstract, custom } = article.item
    const { captions = [] } = (custom ?? {}) as { captions?: readonly { label: string; text: string }[] }
    return {
      article: article.item,
      passages: passagesOf(
        ['title', title],
        ['abstract', abstract],
        ...captions.map(caption => [caption.label, caption.text] as const),
      ),
      keywords: [...keywords(text), ...meshTerms(text)],
      glossary: [],
      references: listed,
    }
  },
}

/** `Keywords: anoikis; niche.` under the abstract. */
function keywords(text: string): Spoken[] {
  const line = /^[ \t]*Keywords?:[ \t]*([^\r\n]+)/m.exec(text)?.[1] ?? ''
  return line
    .split(/[;,]/)
    .map(word => word.trim().replace(/\.$/, ''))
    .filter(Boolean)
    .map(word => ({ text: word, place: 'keywords' }))
}

/** The lines under “MeSH terms”: `Neoplasm Metastasis / pathology*`, without qualifiers and stars. */
function meshTerms(text: string): Spoken[] {
  const list = /^[ \t]*MeSH terms[ \t]*[\r\n]+((?:[ \t]*\S[^\r\n]{0,120}[\r\n]+)+)/m.exec(text)?.[1] ?? ''
  const terms = list.split(/[\r\n]+/).map(line =>
    line
      .replace(/\s\/.*$|\*/g, '')
      .replace(/^[\W]+/, '')
      .trim(),
  )
  return [...new Set(terms.filter(Boolean))].map(term => ({ text: term, place: 'MeSH terms' }))
}
