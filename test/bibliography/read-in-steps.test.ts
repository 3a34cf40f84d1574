import assert from 'node:assert/strict'
import { readBibliography, readingOf } from '../../src/bibliography/read-bibliography.ts'
import type { Reference } from '../../src/bibliography/reference.ts'

const COUNT = 1500
const many = (record: (number: number) => string): string =>
  Array.from({ length: COUNT }, (_, at) => record(at)).join('')
const abstract = 'Cells in flow arrest in capillaries. '.repeat(4)

/** A library of each format that has large ones, by file name. */
const LIBRARIES = {
  'refs.bib': many(at => `@misc{key${at}, title={Cells}, abstract={${abstract}}}\n`),
  'refs.ris': many(at => `TY  - JOUR\nID  - key${at}\nTI  - Cells\nAB  - ${abstract}\nER  - \n\n`),
  'refs.nbib': many(at => `PMID- ${at + 1}\nTI  - Cells\nAB  - ${abstract}\n\n`),
  'refs.json': JSON.stringify(
    Array.from({ length: COUNT }, (_, at) => ({ id: `key${at}`, type: 'article', title: 'Cells', abstract })),
  ),
  'refs.yaml': many(at => `- id: key${at}\n  title: Cells\n  abstract: ${abstract}\n`),
  'pubmed.xml': `<PubmedArticleSet>${many(
    at =>
      `<PubmedArticle><MedlineCitation><PMID>${at + 1}</PMID><Article><ArticleTitle>Cells</ArticleTitle><Abstract><AbstractText>${abstract}</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>\n`,
  )}</PubmedArticleSet>`,
  'endnote.xml': `<xml><records>${many(
    at =>
      `<record><rec-number>${at + 1}</rec-number><label>key${at}</label><titles><title>Cells</title></titles><abstract>${abstract}</abstract></record>`,
  )}</records></xml>`,
  'jats.xml': `<article><back><ref-list>${many(
    at => `<ref id="key${at}"><mixed-citation>Cells. ${abstract}</mixed-citation></ref>`,
  )}</ref-list></back></article>`,
}

const seen = (references: readonly Reference[]) =>
  references.map(({ citekey, location: { span }, item }) => ({ citekey, span, title: item.title }))

describe('a large library', () => {
  for (const [name, text] of Object.entries(LIBRARIES)) {
    it(`may be read in steps: ${name}`, () => {
      const parts: number[] = []
      const steps = readingOf(text, name)
      let last = steps.next()
      for (; !last.done; last = steps.next()) parts.push(last.value)
      assert.ok(parts.length > 1, 'it may be interrupted')
      assert.ok(parts.every((part, at) => part >= 0 && part <= 1 && (at === 0 || part >= parts[at - 1]!)))
      const { references, problems } = last.value
      assert.equal(references.length, COUNT)
      assert.deepEqual(problems, [])
      assert.deepEqual(seen(references), seen(readBibliography(text, name).references))
      const { start, end } = references.at(-1)!.location.span
      assert.ok(text.slice(start, end).includes('Cells'), 'places are those of the whole text')
    })
  }

  it('tells what is broken in JSON as it does of a small one', () => {
    const item = (id: string): string => `{"id":"${id}","title":"Cells"}`
    const told = (text: string) =>
      readBibliography(text, 'x.json').problems.map(({ message, span }) => [message, span.start])
    for (const text of [`[${item('a')},${item('b')}]`, `{"items":[${item('a')}],"more":1}`, ` [ ] `])
      assert.deepEqual(told(text), [], text)
    for (const text of [
      `[${item('a')},${item('b')},]`,
      `[${item('a')} ${item('b')}]`,
      `[,${item('a')}]`,
      `[${item('a')}`,
      `[${item('a')}] x`,
      `{"items":[${item('a')}],}`,
    ])
      assert.equal(told(text).length, 1, text)
  })
})
