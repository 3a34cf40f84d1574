import { at, childrenOf, readElements, textOf, type XmlElement } from '../../text/xml.ts'
import { compact } from '../make-reference.ts'
import { jats, people } from '../readers/jats.ts'
import type { CslItem } from '../reference.ts'
import { type Passage, passagesOf, type Review, type ReviewReader } from './review.ts'

/** The full text of an article in JATS or NLM XML: sections, captions, keywords, lists of abbreviations, glossary, references. */
export const jatsReview: ReviewReader = {
  recognises: text => /<article[\s>]/.test(text.slice(0, 20_000)),

  read(text, uri) {
    let meta: XmlElement | undefined
    const journal: XmlElement[] = []
    const parts: XmlElement[] = []
    readElements(text, new Set(['journal-meta', 'article-meta', 'body', 'back', 'floats-group']), element => {
      if (element.name === 'journal-meta') journal.push(element)
      else if (element.name === 'article-meta') meta ??= element
      else parts.push(element)
    })
    const article = meta && articleOf(meta, journal[0])
    if (!meta || !article?.title) return undefined
    const everywhere = [meta, ...parts]
    return {
      article,
      passages: [
        ...passagesOf(
          ['title', article.title],
          ...childrenOf(meta, 'abstract').map(abstract => ['abstract', paragraphsIn(abstract).join(' ')] as const),
        ),
        ...parts.flatMap(part => (part.name === 'back' ? [] : sections(part, '')).concat(captions(part))),
      ],
      keywords: childrenOf(meta, 'kwd-group').flatMap(group =>
        childrenOf(group, 'kwd').map(word => ({ text: textOf(word), place: 'keywords' })),
      ),
      glossary: everywhere.flatMap(glossaryOf),
      references: jats.read(text, uri).references,
    } satisfies Review
  },
}

function articleOf(meta: XmlElement, journal: XmlElement | undefined): CslItem {
  const field = (...path: string[]): string => textOf(at(meta, ...path))
  const identifier = (kind: string): string =>
    textOf(childrenOf(meta, 'article-id').find(({ attributes }) => attributes.get('pub-id-type') === kind))
  const authors = at(meta, 'contrib-group')
  const dates = childrenOf(meta, 'pub-date')
  const year = Number(dates.map(date => textOf(at(date, 'year'))).find(Boolean))
  const [first, last] = [field('fpage'), field('lpage')]
  return compact('', 'article-journal', {
    title: field('title-group', 'article-title'),
    author: childrenOf(authors, 'contrib').flatMap(contributor => people(contributor, 'author')),
    'container-title':
      textOf(at(journal, 'journal-title-group', 'journal-title')) || textOf(at(journal, 'journal-title')),
    ...(year > 0 && { issued: { 'date-parts': [[year]] } }),
    volume: field('volume'),
    issue: field('issue'),
    page: first && last && last !== first ? `${first}-${last}` : first || field('elocation-id'),
    DOI: identifier('doi'),
    PMID: identifier('pmid'),
    PMCID: identifier('pmc'),
  })
}

/** The paragraphs of each section, under its title. */
function sections(element: XmlElement, title: string): Passage[] {
  const own = childrenOf(element, 'p')
    .map(paragraph => textOf(paragraph))
    .join(' ')
  const inner = childrenOf(element, 'sec').flatMap(section => sections(section, textOf(at(section, 'title')) || title))
  return [...passagesOf([title || 'text', own]), ...inner]
}

const captions = (element: XmlElement): Passage[] =>
  [...elementsIn(element, 'fig'), ...elementsIn(element, 'table-wrap')].flatMap(figure =>
    passagesOf([textOf(at(figure, 'label')) || 'figure', textOf(at(figure, 'caption'))]),
  )

/** Lists of terms with their meanings, as abbreviations and glossaries are given. */
const glossaryOf = (element: XmlElement): Review['glossary'] =>
  elementsIn(element, 'def-list').flatMap(list => {
    const place = textOf(at(list, 'title')).replace(/:$/, '') || 'glossary'
    return childrenOf(list, 'def-item').flatMap(item => {
      const [term, meaning] = [textOf(at(item, 'term')), textOf(at(item, 'def'))]
      return term && meaning ? [{ term: term.replace(/:$/, ''), meaning, place }] : []
    })
  })

const paragraphsIn = (element: XmlElement): string[] => elementsIn(element, 'p').map(paragraph => textOf(paragraph))

/** Elements with a name at any depth, outermost first, none inside another of them. */
const elementsIn = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap(child =>
    typeof child === 'string' ? [] : child.name === name ? [child] : elementsIn(child, name),
  )
