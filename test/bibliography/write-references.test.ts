import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { CslItem } from '../../src/bibliography/reference.ts'
import { type WrittenFormat, writeReferences } from '../../src/bibliography/write-references.ts'

const EXTENSIONS = { 'csl-json': '.json', bibtex: '.bib', ris: '.ris' } as const

/**
 * Words with what BibTeX, RIS or JSON take for syntax in them, accents in one and in two characters, signs of other
 * scripts and planes, line ends and spaces that do not break. Without the letters that would make markup of a “<”.
 */
const word = fc.string({
  unit: fc.constantFrom(
    ...'aczACZ019éüøßИ細{}\\$&%#_^~@(.,:;-="\'`<>/|*[+!?–“”’',
    '🧫',
    'e\u0301',
    '\u00a0',
    '\n',
    '\t',
  ),
  minLength: 1,
  maxLength: 7,
})
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map(words => `A ${words.join(' ')}`)
/** Without commas, in which RIS has the parts of a name, and with words that are no particles. */
const plain = phrase.map(text => text.replace(/,/g, '').replace(/(?<=\s)(?=\S)/g, 'B'))
const number = fc.stringMatching(/^[A-Z0-9]{1,3}[a-z]?$/)
const address = fc.string({ unit: fc.constantFrom(...'ab09-._~:/?#[]@!$&()*+,;=%é<>'), minLength: 1, maxLength: 9 })
const name = fc.oneof(
  fc.record(
    {
      family: fc.stringMatching(/^[A-ZÉÖ][a-zéö’-]{1,8}$/),
      given: fc.stringMatching(/^[A-ZÉ][a-zé]{1,6}( [A-Z]\.)?$/),
    },
    { noNullPrototype: true },
  ),
  fc.constant({ family: 'King', given: 'Martin L.', suffix: 'Jr.' }),
  fc.constant({ family: 'Berg', given: 'Piet', 'dropping-particle': 'van der' }),
  fc.constant({ family: 'García Márquez', given: 'Gabriel' }),
  plain.map(literal => ({ literal })),
)
const names = fc.array(name, { minLength: 1, maxLength: 4 })
const item = fc.record(
  {
    id: fc.stringMatching(/^[a-z]{1,8}[:.+-]?[0-9]{4}[a-z]?$/),
    type: fc.constantFrom('article-journal', 'book', 'chapter', 'report', 'webpage', 'dataset'),
    title: phrase,
    author: names,
    editor: names,
    issued: fc
      .tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .chain(parts => fc.constantFrom(1, 2, 3).map(length => ({ 'date-parts': [parts.slice(0, length)] }))),
    'container-title': phrase,
    'collection-title': phrase,
    publisher: phrase,
    'publisher-place': phrase,
    volume: number,
    issue: number,
    page: fc.stringMatching(/^[A-Z]?[1-9][0-9]{0,3}(-[A-Z]?[1-9][0-9]{0,3})?$/),
    edition: number,
    language: fc.constantFrom('en', 'de-AT', 'fr'),
    keyword: phrase,
    note: phrase,
    abstract: phrase,
    URL: address.map(rest => `https://example.org/${rest}`),
    DOI: address.map(rest => `10.1000/${rest}x`),
  },
  { noNullPrototype: true, requiredKeys: ['id', 'type', 'title', 'author', 'issued'] },
) as fc.Arbitrary<CslItem>

const items = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 5 })

describe('writeReferences', () => {
  for (const format of Object.keys(EXTENSIONS) as (keyof typeof EXTENSIONS)[]) {
    it(`writes ${format} that reads back to the same`, () => {
      fc.assert(
        fc.property(items, list => {
          const text = writeReferences(list, format)
          const { references, problems } = readBibliography(text, `x${EXTENSIONS[format]}`)
          assert.deepEqual(problems, [], text)
          assert.deepEqual(
            references.map(({ item }) => comparable(item, format)),
            list.map(one => comparable(one, format)),
            text,
          )
        }),
        { numRuns: 150 },
      )
    })
  }

  it('writes BibTeX in names that BibTeX’s own styles know, and a whole date beside them', () => {
    const item = (id: string, parts: number[], more: object): CslItem => ({
      id,
      type: 'article-journal',
      issued: { 'date-parts': [parts] },
      ...more,
    })
    const written = writeReferences(
      [
        item('a', [2020, 3], { 'container-title': 'Cells', URL: 'https://x.org/a_b%20c#d', 'other-ids': 'b c' }),
        item('t', [2019, 12, 5], { type: 'thesis', publisher: 'ETH', 'publisher-place': 'Zürich' }),
      ],
      'bibtex',
    )
    assert.equal(
      written,
      `@article{a,
  ids = {b , c},
  journal = {Cells},
  year = {2020},
  month = mar,
  url = {https://x.org/a_b%20c#d},
}

@thesis{t,
  date = {2019-12-05},
  year = {2019},
  month = dec,
  school = {ETH},
  address = {Zürich},
}
`,
    )
    const { references, problems } = readBibliography(written, 'file:///x.bib')
    assert.deepEqual([references[0]!.aliases, references[0]!.unheardAliases, problems], [['b', 'c'], [], []])
    assert.equal(references[1]!.item.publisher, 'ETH')
  })

  it('writes a numbered list', () => {
    const list = [
      { id: 'a', type: 'book', title: 'One' },
      { id: 'b', type: 'book', title: 'Two', DOI: '10.1/x' },
    ]
    assert.equal(writeReferences(list, 'vancouver'), '1. One.\n2. Two. doi:10.1/x\n')
  })

  it('writes RIS whose years and organisations Pandoc can read, and pages as they are', () => {
    const issued = { 'date-parts': [[2014, 12, 9]] }
    const author = [{ literal: 'Doe, Roe and Partners' }]
    const text = writeReferences([{ id: 'a', type: 'book', author, issued, page: '3-5, 9-12' }], 'ris')
    assert.match(text, /^AU {2}- Doe, Roe and Partners,\nPY {2}- 2014\nDA {2}- 2014\/12\/09\nSP {2}- 3-5, 9-12$/m)
    const { item } = readBibliography(text, 'x.ris').references[0]!
    assert.deepEqual([item.author, item.issued, item.page], [author, issued, '3-5, 9-12'])
    for (const date of [{ literal: 'Spring/Summer 2013' }, { 'date-parts': [[-44]] }]) {
      const written = writeReferences([{ id: 'a', type: 'book', issued: date }], 'ris')
      assert.deepEqual(readBibliography(written, 'x.ris').references[0]!.item.issued, date, written)
    }
  })

  it('writes nothing for nothing', () => {
    for (const format of ['bibtex', 'ris', 'vancouver'] satisfies WrittenFormat[])
      assert.equal(writeReferences([], format), '')
  })
})

/** Fields that are names, by the type that has them in a format. */
const FIELDS: readonly string[] = [
  ...['id', 'type', 'title', 'author', 'editor', 'issued', 'container-title', 'collection-title', 'publisher'],
  ...['publisher-place', 'volume', 'issue', 'page', 'edition', 'language', 'keyword', 'note', 'abstract', 'URL', 'DOI'],
]

/** What all formats can hold: spaces are spaces, and LaTeX has one sign for several quotation marks and dashes. */
function comparable(item: CslItem, format: string): unknown {
  const text = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(text)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value)
          .map(([name, inside]) => [name, text(inside)])
          .sort(),
      )
    if (typeof value !== 'string') return value
    const plain = value
      .normalize('NFC')
      .replace(/[\s~]+/g, ' ')
      .trim()
    if (format === 'ris') return plain
    return plain
      .replace(/[`‘'’“”"]+/g, '’')
      .replace(/(?<=’) (?=’)/g, '')
      .replace(/’+/g, '’')
      .replace(/[-–—]+/g, '-')
  }
  // A first page that is the last one as well is one page in RIS.
  const page = format === 'ris' ? item.page?.replace(/^(.+)-\1$/, '$1') : item.page
  return FIELDS.map(field => [field, text(field === 'page' ? page : item[field])])
}
