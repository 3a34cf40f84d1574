import assert from 'node:assert/strict'
import fc from 'fast-check'
import { formatReference } from '../../src/bibliography/format-reference.ts'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import { createReferenceSearch } from '../../src/bibliography/search.ts'
import { writeReferences } from '../../src/bibliography/write-references.ts'

const NAMES = ['x.bib', 'x.json', 'x.yaml', 'x.ris', 'x.nbib', 'x.xml', 'x.txt']

/** Reads a text and does with it all that anyone does; everything has to stay inside the text. */
function exercise(text: string, name: string): void {
  const bibliography = readBibliography(text, name)
  const inside = ({ start, end }: { start: number; end: number }): boolean =>
    0 <= start && start <= end && end <= text.length
  for (const { message, span } of bibliography.problems) assert.ok(inside(span) && /[.?]$/.test(message), message)
  for (const { citekey, location, citekeySpan, item } of bibliography.references) {
    assert.ok(citekey !== '' && inside(location.span) && inside(citekeySpan), `${name}: ${JSON.stringify(text)}`)
    assert.ok(location.span.start <= citekeySpan.start && citekeySpan.end <= location.span.end)
    for (const style of ['vancouver', 'author-year'] as const)
      assert.equal(typeof formatReference(item, style), 'string')
  }
  const items = bibliography.references.map(({ item }) => item)
  for (const format of ['bibtex', 'ris', 'csl-json'] as const) writeReferences(items, format)
  createReferenceSearch(bibliography.references).search('a 2020', { limit: 5 })
}

describe('hostile bibliographies', () => {
  it('give an answer within the text, whatever stands in them', function () {
    this.timeout(20_000)
    const piece = fc.constantFrom(
      ...[
        '@article{',
        '@',
        '{',
        '}',
        '"',
        ',',
        '=',
        '#',
        '%',
        '\\',
        '\\"',
        '$',
        '~',
        '\n',
        '\r\n',
        ' ',
        'title',
        'author = {A and B}',
        'k',
      ],
      ...[
        'TY  - JOUR',
        'ER  - ',
        'ID  - x',
        'PMID- 12',
        'AU  - ',
        '- id: a',
        'references:',
        ': ',
        '  ',
        '[',
        ']',
        '{"id":"a"',
        '"issued":',
        '2020-05',
        'null',
      ],
      ...[
        '<record>',
        '</record>',
        '<ref id="a">',
        '</ref>',
        '<',
        '>',
        '&amp;',
        '<PubmedArticle>',
        '<MedlineCitation>',
        '<PMID>1</PMID>',
        '</MedlineCitation>',
      ],
      ...[
        '1. A B. C. D. 2004;1:2-3.',
        'Abstract',
        'References',
        'PubMed',
        '\u200b',
        '\ufeff',
        '🧫',
        '\ud800',
        '\0',
        '__proto__',
        'crossref = {k}',
        'date = {2020~/}',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(...NAMES), (pieces, name) =>
        exercise(pieces.join(''), name),
      ),
      { numRuns: 400 },
    )
  })

  it('are read in time when they repeat one thing without end', function () {
    this.timeout(60_000)
    const many = 2000
    const repeated = [
      ...[
        '{',
        '}',
        '"',
        '\\',
        '%',
        '$',
        '@',
        '@article{',
        '@article{k,a={',
        '@article{k,\n',
        '@comment{',
        '@string{',
        ' ',
        '\n',
        '-',
        '~',
        "\\'",
      ],
      ...[
        'a={',
        'a="',
        'k,',
        ',',
        '<<<<<<< HEAD\n',
        '@misc{a, crossref={a}}\n',
        '@misc{k,t={\n@misc{k,',
        'a = 1 {, ',
        '"a" = ',
        '[',
        '[{',
        '{"id":',
        '"a",',
        '- ',
        '- id: a\n',
        '- a:\n',
      ],
      ...[
        'TY  - JOUR\n',
        'AU  - A\n',
        'PMID- 1\n',
        'TI  - \n',
        '<a>',
        '<record>',
        '<ref id="a">',
        '<!--',
        '<![CDATA[',
        '&a;',
        '1. ',
        '[1] 2004\n',
        'A B, ',
        'a. ',
      ],
    ]
    for (const part of repeated) {
      for (const name of NAMES) readBibliography(part.repeat(many), name)
      for (const name of NAMES.slice(0, 2)) readBibliography(`@article{k, title = {${part.repeat(many)}`, name)
    }
  })

  it('decode deep and endless fields', () => {
    for (const value of [
      '{'.repeat(20_000),
      '\\textbf{'.repeat(20_000),
      "\\'".repeat(20_000),
      '$'.repeat(20_001),
      '<i>'.repeat(20_000),
    ]) {
      for (const field of ['title', 'author', 'year', 'date', 'pages', 'doi', 'journal']) {
        const [reference] = readBibliography(`@article{k, ${field} = "${value}"}`, 'x.bib').references
        if (reference) assert.equal(reference.item.id, 'k')
      }
    }
  })
})
