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

  it('ends there too when much stands between the edits', () => {
    const many = Array.from({ length: 12 }, (_, number) =>
      TEXT.replaceAll(/\{([a-e]),/g, `{$1${number},`)
        .replace('crossref={c}', `crossref={c${number}}`)
        .replace(/@string.*\n/, '')
        .replace(/junk.*\n| year=2004/g, number % 5 === 4 ? '$&' : ''),
    )
    const edit = fc.record({
      block: fc.nat(11),
      at: fc.nat(TEXT.length),
      cut: fc.oneof(fc.nat(30), fc.nat(400)),
      add: fc.constantFrom('', ...PIECES, many[3]!),
    })
    const start = TEXT.slice(0, 30) + many.join('')
    let kept = 0
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 5 }), edits => {
        const before = readBibliography(start, 'x.bib')
        const blocks = [...many]
        for (const { block, at, cut, add } of edits)
          blocks[block] = blocks[block]!.slice(0, at) + add + blocks[block]!.slice(at + cut)
        const text = TEXT.slice(0, 30) + blocks.join('')
        const bibliography = readBibliography(text, 'x.bib', before)
        assert.deepEqual(seen(bibliography), seen(readBibliography(text, 'x.bib')), text)
        const known = new Set(before.references.map(({ identity }) => identity))
        kept += bibliography.references.filter(({ identity }) => known.has(identity)).length
        assert.equal(
          new Set(bibliography.references.map(({ identity }) => identity)).size,
          bibliography.references.length,
        )
      }),
      { numRuns: 150 },
    )
    assert.ok(kept > 150 * 20, `${kept} entries were not read again`)
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

  it('reads what was changed, added, removed and moved, and not what stands between', () => {
    const entry = (number: number, title = 'Cells') => `@misc{k${number}, title={${title} ${number}}}\n`
    const before = Array.from({ length: 300 }, (_, number) => entry(number))
    const after = before.map((text, number) =>
      number === 20 || (number >= 90 && number < 120) ? entry(number, 'Changed') : text,
    )
    const moved = after.splice(280, 1)
    after.splice(200, 5)
    after.splice(150, 0, ...Array.from({ length: 40 }, (_, number) => entry(1000 + number)))
    after.splice(50, 0, ...moved)
    const first = readBibliography(before.join(''), 'x.bib')
    const second = readBibliography(after.join(''), 'x.bib', first)
    assert.deepEqual(seen(second), seen(readBibliography(after.join(''), 'x.bib')))
    const known = new Set(first.references.map(({ identity }) => identity))
    const read = second.references.filter(({ identity }) => !known.has(identity)).length
    assert.ok(read >= 72 && read <= 85, `${read} were read`)
  })
})
