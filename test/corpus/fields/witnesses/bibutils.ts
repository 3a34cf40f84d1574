import type { CslName } from '../../../../src/bibliography/reference.ts'
import { dateOf } from './fields-of-bibtex.ts'
import { isProgram, output } from './program.ts'
import type { Testimony, Witness } from './witness.ts'
import { allIn, childrenOf, type Element, rootOf } from './xml.ts'

/** Bibutils, which turns every format into MODS, a format of the Library of Congress. */
const readsWith = (
  program: string,
  formats: RegExp,
  around: (source: string) => string = source => source,
): Witness => ({
  name: `bibutils (${program})`,
  formats,
  isThere: async () => isProgram(program),

  async ask({ format, text, entries }) {
    const read = (source: string): Element[] => allIn(rootOf(output(program, ['-i', 'utf8'], around(source))), 'mods')
    const whole = /^Bib/.test(format) ? read(text) : []
    return entries.map(({ key, source }) => {
      const mods = whole.find(({ attributes }) => attributes.ID === key) ?? read(source)[0]
      return mods && testimony(mods)
    })
  },
})

const record = (root: string) => (source: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${source}</${root}>\n`

export const bibutils: readonly Witness[] = [
  readsWith('bib2xml', /^BibTeX/),
  readsWith('biblatex2xml', /^BibLaTeX/),
  readsWith('ris2xml', /^RIS/, source => `${source.trim()}\n`),
  readsWith('med2xml', /^PubMed XML/, record('PubmedArticleSet')),
  readsWith(
    'endx2xml',
    /^EndNote XML/,
    source => `<?xml version="1.0" encoding="UTF-8" ?><xml><records>${source}</records></xml>`,
  ),
]

function testimony(mods: Element): Testimony {
  const host = childrenOf(mods, 'relatedItem', 'host')[0]
  const [title, container] = [titleOf(mods), host && titleOf(host)]
  const date = allIn(mods, 'dateIssued')[0]?.text
  const DOI = allIn(mods, 'identifier').find(({ attributes }) => attributes.type === 'doi')?.text
  const volume = detail(mods, 'volume')
  const page = detail(mods, 'page') || extent(mods)
  return {
    ...(title && { title }),
    author: namesOf([mods], 'author'),
    editor: namesOf(host ? [mods, host] : [mods], 'editor'),
    ...(date && { issued: dateOf(date) }),
    ...(DOI && { DOI }),
    ...(container && { 'container-title': container }),
    ...(volume && { volume }),
    ...(page && { page }),
  }
}

function titleOf(element: Element): string {
  const title = childrenOf(element, 'titleInfo').find(({ attributes }) => attributes.type !== 'abbreviated')
  const text = (name: string): string => childrenOf(title, name)[0]?.text ?? ''
  return [[text('nonSort'), text('title')].filter(Boolean).join(' '), text('subTitle')].filter(Boolean).join(': ')
}

const detail = (mods: Element, type: string): string =>
  allIn(mods, 'detail')
    .find(({ attributes }) => attributes.type === type)
    ?.text.trim() ?? ''

function extent(mods: Element): string {
  const pages = allIn(mods, 'extent')[0]
  return ['start', 'end']
    .map(name => childrenOf(pages, name)[0]?.text)
    .filter(Boolean)
    .join('-')
}

const namesOf = (elements: readonly Element[], role: string): CslName[] =>
  elements
    .flatMap(element => childrenOf(element, 'name'))
    .filter(name => allIn(name, 'roleTerm').some(({ text }) => text === role))
    .map(name => {
      const part = (type?: string): string =>
        childrenOf(name, 'namePart')
          .filter(({ attributes }) => attributes.type === type)
          .map(({ text }) => text)
          .join(' ')
      const [literal, family, given, suffix] = [part(), part('family'), part('given'), part('suffix')]
      if (name.attributes.type === 'corporate' || (literal && !family)) return { literal }
      return { ...(family && { family }), ...(given && { given }), ...(suffix && { suffix }) }
    })
