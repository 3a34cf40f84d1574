import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readBibliography, readingOf } from '../../src/bibliography/read-bibliography.ts'
import type { Bibliography } from '../../src/bibliography/reference.ts'

const TEXT = `% head
@string{j = "Journal"}
@article{a, title={One}, journal=j, year=2001}

@article{b, title={Two}, crossref={c}}
junk, @ and 100% more
@proceedings{c, title={Three}, ids={c1, c2}}
@article{d, title={Four}
 year=2004}
@misc{e,}
`

const PIECES = [
  '@article{new, title={New}}\n',
  '}',
  '{',
  ',',
  '\n',
  '"',
  '@',
  '@string{j = "Other"}',
  '%',
  'x',
  '\n@misc{z,}',
  '\n@comment{',
  ' = ',
  '#',
  '<<<<<<< HEAD\n',
  ' ',
]

/** All that can be seen of a bibliography. */
const seen = ({ references, problems }: Bibliography) => ({
  references: references.map(reference => {
    const { citekey, aliases, location, citekeySpan, item } = reference
    const searched: unknown[] = []
    reference.searchTexts?.((field, text, start, end, isLatex) =>
      searched.push([field, text.slice(start, end), isLatex]),
    )
    return { citekey, aliases, location, citekeySpan, item, searched }
  }),
  problems: [...problems].sort((a, b) => a.span.start - b.span.start || (a.message < b.message ? -1 : 1)),
})

describe('reading a changed BibTeX file again', () => {
  it('ends where a fresh reading ends, whatever was edited', () => {
    const edit = fc.record({ at: fc.nat(TEXT.length), cut: fc.nat(30), add: fc.constantFrom('', ...PIECES) })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), edits => {
        let text = TEXT
        let bibliography = readBibliography(text, 'x.bib')
        for (const { at, cut, add } of edits) {
          const place = Math.min(at, text.length)
          text = text.slice(0, place) + add + text.slice(place + cut)
          bibliography = readBibliography(text, 'x.bib', bibliography)
          assert.deepEqual(seen(bibliography), seen(readBibliography(text, 'x.bib')), text)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('may be interrupted, and ends alike', () => {
    const entries = (changed: string): string =>
      Array.from(
        { length: 9000 },
        (_, count) => `@misc{k${count}, title={${count === 7000 ? changed : 'Cells'} in flow}}\n`,
      ).join('')
    const first = readBibliography(entries('Cells'), 'x.bib')
    const parts: number[] = []
    const steps = readingOf(entries('Changed'), 'x.bib', first)
    let last = steps.next()
    for (; !last.done; last = steps.next()) parts.push(last.value)
    assert.ok(parts.length > 1)
    assert.deepEqual(
      parts,
      [...parts].sort((a, b) => a - b),
    )
    assert.deepEqual(seen(last.value), seen(readBibliography(entries('Changed'), 'x.bib')))
  })

  it('keeps what was decoded of unchanged entries', () => {
    const text = [...'abcdefg']
      .map(key => `@article{${key}, title={Title ${key}}${key === 'd' ? ', crossref={e}' : ''}}\n`)
      .join('')
    const first = readBibliography(text, 'x.bib')
    for (const reference of first.references) assert.ok(reference.item)
    const second = readBibliography(text.replace('Title e', 'Another and longer title'), 'x.bib', first)
    const kept = second.references.filter((reference, index) => reference.item === first.references[index]!.item)
    assert.deepEqual(
      kept.map(reference => reference.citekey),
      ['a', 'b', 'c', 'f', 'g'],
    )
    assert.equal(second.references[4]!.item.title, 'Another and longer title')
  })
})
