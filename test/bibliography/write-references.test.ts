import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { CslItem } from '../../src/bibliography/reference.ts'
import { type WrittenFormat, writeReferences } from '../../src/bibliography/write-references.ts'

const EXTENSIONS = { 'csl-json': '.json', bibtex: '.bib', ris: '.ris' } as const

/** Words with what BibTeX takes for syntax in them; typographic quotes and dashes, since LaTeX makes them of others. */
const word = fc.string({
  unit: fc.constantFrom(...'abzABZ019éüøßИ細', '{', '}', '\\', '$', '&', '%', '#', '_', '^', '@', '(', '.', '🧫'),
  minLength: 1,
  maxLength: 9,
})
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map(words => `A ${words.join(' ').replaceAll('$', '€')}`)
const family = fc.stringMatching(/^[A-ZÉÖ][a-zéö]{1,8}$/)
const name = fc.record(
  { family, given: fc.stringMatching(/^[A-ZÉ][a-zé]{1,6}( [A-Z]\.)?$/) },
  { noNullPrototype: true },
)
const item = fc.record(
  {
    id: fc.stringMatching(/^[a-z]{1,8}[0-9]{4}[a-z]?$/),
    type: fc.constantFrom('article-journal', 'book', 'chapter', 'report', 'webpage', 'dataset'),
    title: phrase,
    author: fc.array(fc.oneof(name, fc.record({ literal: phrase }, { noNullPrototype: true })), {
      minLength: 1,
      maxLength: 4,
    }),
    issued: fc
      .tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(parts => ({ 'date-parts': [parts] })),
    publisher: phrase,
    DOI: fc.stringMatching(/^10\.\d{4}\/[a-z0-9.()_#%-]{1,12}[a-z0-9]$/),
    abstract: phrase,
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

  it('writes a numbered list', () => {
    const list = [
      { id: 'a', type: 'book', title: 'One' },
      { id: 'b', type: 'book', title: 'Two', DOI: '10.1/x' },
    ]
    assert.equal(writeReferences(list, 'vancouver'), '1. One.\n2. Two. doi:10.1/x\n')
  })

  it('writes nothing for nothing', () => {
    for (const format of ['bibtex', 'ris', 'vancouver'] satisfies WrittenFormat[])
      assert.equal(writeReferences([], format), '')
  })
})

/** What a format can hold: RIS has no structure in organisations, and no place for what is in two commas. */
function comparable(item: CslItem, format: string): unknown {
  const fields = ['id', 'type', 'title', 'author', 'issued', 'publisher', 'DOI', 'abstract']
  const text = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFC') : value)
  return fields.map(field => (format === 'csl-json' ? item[field] : text(item[field])))
}
