import assert from 'node:assert/strict'
import { bibtex } from '../../../src/bibliography/readers/bibtex.ts'

const read = (text: string) => bibtex.read(text, 'file:///refs.bib')
const keys = (text: string) => read(text).references.map(reference => reference.citekey)
const itemOf = (fields: string, type = 'article') => read(`@${type}{k,\n${fields}\n}`).references[0]!.item
/** Each problem as the text it stands at and its message. */
const problems = (text: string) =>
  read(text).problems.map(({ message, span }) => `${text.slice(span.start, span.end)} — ${message}`)

describe('BibTeX reader', () => {
  it('gives keys with their place', () => {
    const text = '% made by hand\n@Article{smith:2020+a,\n  title = {One},\n}\n@book{ doe , title = "Two" }\n'
    const { references, problems } = read(text)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      references.map(({ citekeySpan, location }) => [
        text.slice(citekeySpan.start, citekeySpan.end),
        text.slice(location.span.start, location.span.end).at(-1),
      ]),
      [
        ['smith:2020+a', '}'],
        ['doe', '}'],
      ],
    )
  })

  it('reads names in every order', () => {
    const { author } = itemOf(
      'author = {Müller, Jörg and van der Berg, Piet and Ludwig van Beethoven and {World Health Organization} and King, Jr, Martin L. and others}',
    )
    assert.deepEqual(author, [
      { family: 'Müller', given: 'Jörg' },
      { family: 'Berg', given: 'Piet', 'dropping-particle': 'van der' },
      { family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' },
      { literal: 'World Health Organization' },
      { family: 'King', given: 'Martin L.', suffix: 'Jr' },
      { literal: 'others' },
    ])
  })

  it('leaves particles where the options say, initials in braces as they are, and empty names out', () => {
    const { author } = itemOf(
      'options = {useprefix=true}, author = {van der Roe, Piet and {A.B.} Doe and C.D. Poe and ,}',
    )
    assert.deepEqual(author, [
      { family: 'Roe', given: 'Piet', 'non-dropping-particle': 'van der' },
      { family: 'Doe', given: 'A.B.' },
      { family: 'Poe', given: 'C. D.' },
    ])
    assert.deepEqual(itemOf('author = {given=Ann, family=Doe, given=Bea}').author, [
      { family: 'Doe', given: 'Ann Bea' },
    ])
  })

  it('reads a part as part of the volume', () => {
    assert.equal(itemOf('volume = 3, part = {B}').volume, '3.B')
    assert.equal(itemOf('part = {B}').volume, 'B')
  })

  it('keeps capitals in small capitals, in superscripts and in the text of a link', () => {
    const { title } = itemOf(
      String.raw`title = {On: \href{https://x.org}{Big Cells}, \textsc{Small Cells} and Large Cells}`,
    )
    assert.match(title!, /Big Cells.*Small Cells.*large cells/)
  })

  it('turns LaTeX into Unicode', () => {
    assert.equal(
      itemOf(String.raw`title = {{\'E}tude \"uber H$_2$O --- na\"{\i}ve \ss{} \o \L{}\'od\'z, \c{c}a \& 5\,\%}`, 'misc')
        .title,
      'Étude über h$_2$o — naïve ß øŁódź, ça & 5\u2006%',
    )
  })

  it('reads commands as TeX prints them, also where Pandoc leaves them out', () => {
    const titleOf = (title: string) => itemOf(`title = {${title}}`).title
    assert.equal(titleOf(String.raw`Cells in \proglang{R}: The \pkg{VGAM} Package`), 'Cells in R: The VGAM package')
    assert.equal(titleOf(String.raw`A \textrm{Big Cell}`), 'A big cell')
    assert.equal(titleOf(String.raw`a\begin{it}b\end{it}c`), 'Abc')
    assert.equal(titleOf(String.raw`One\quad two\;three\:four`), 'One\u2003two\u2005three\u2005four')
    assert.equal(titleOf(String.raw`The {\textdoublebarpipe Khomani} \MakeUppercase{dna}`), 'The ǂKhomani DNA')
    const { author, issued } = itemOf(String.raw`author = {B{\a'e}nard, Sol{\a=e}ne}, year = {\bibstring{nodate}}`)
    assert.deepEqual(author, [{ family: 'Bénard', given: 'Solēne' }])
    assert.deepEqual(issued, { literal: 'n.d.' })
  })

  it('parts initials only from initials', () => {
    const { author } = itemOf('author = {Doe, J.R.R. and Roe, P.Yu. and Poe, J.C-L. and Moe, J.-P.K.}')
    assert.deepEqual(
      author?.map(({ given }) => given),
      ['J. R. R.', 'P.Yu.', 'J.C-L.', 'J.-P.K.'],
    )
  })

  it('writes titles in sentence case, and keeps what stands in braces', () => {
    const { title } = itemOf(
      'title = {The Role of {Notch} Signalling: A Review of DNA Repair in \\emph{Escherichia Coli}}',
    )
    assert.equal(title, 'The role of Notch signalling: A review of DNA repair in <i>escherichia coli</i>')
  })

  it('takes a formula for no word, and for what it stands for in a name', () => {
    const titleOf = (title: string) => itemOf(`title = {${title}}`).title
    assert.equal(titleOf('$\\alpha$-synuclein Now: $\\beta$ Cells'), '$\\alpha$-synuclein now: $\\beta$ cells')
    assert.equal(titleOf('$^2$h Now'), '$^2$H now')
    assert.equal(titleOf('A \\$5 Bill and \\$6 Note'), 'A $5 bill and $6 note')
    assert.deepEqual(itemOf('author = {{$<$}Doe, Ann}').author, [{ family: '<Doe', given: 'Ann' }])
  })

  it('looks up strings and joins with #', () => {
    const [reference] = read(
      '@string{jcb = "J. Cell Biol."}\n@article{a, journal = jcb # { (Online)}, month = mar, year = 2020}',
    ).references
    assert.equal(reference!.item['container-title'], 'J. Cell Biol. (Online)')
    assert.deepEqual(reference!.item.issued, { 'date-parts': [[2020, 3]] })
  })

  it('inherits titles only where the work can hold such a part', () => {
    const { references } = read(`@book{b, title = {Whole}, author = {Doe, Ann}}
@inbook{in, title = {Part}, crossref = {b}}
@inproceedings{talk, title = {Talk}, crossref = {b}}`)
    const [, part, talk] = references.map(({ item }) => item)
    assert.deepEqual([part!['container-title'], part!.author], ['Whole', [{ family: 'Doe', given: 'Ann' }]])
    assert.equal(talk!['container-title'], undefined)
  })

  it('cites no @xdata, and keeps it apart when the text changes', () => {
    const text = `@xdata{house, publisher = {Press}}\n@book{a, xdata = {house}, title = {A}}\n@book{b, title = {B}}\n`
    const before = read(text)
    const after = bibtex.read(text.replace('{B}', '{C}'), 'refs.bib', before)
    for (const { references } of [before, after]) {
      assert.deepEqual(
        references.map(({ citekey, item }) => [citekey, item.publisher]),
        [
          ['a', 'Press'],
          ['b', undefined],
        ],
      )
    }
    assert.equal(after.references[1]!.item.title, 'C')
  })

  it('inherits by crossref and xdata, and walks no circle', () => {
    const { references, problems } = read(`@xdata{house, publisher = {Press}}
@proceedings{p, title = {Proceedings of X}, year = 2001, xdata = {house}, crossref = {c}}
@inproceedings{c, title = {Talk}, crossref = {p}, ids = {c2, old}}
@article{self, title = {Me}, crossref = {self}}`)
    const item = references.find(reference => reference.citekey === 'c')!
    assert.equal(item.item['container-title'], 'Proceedings of x')
    assert.equal(item.item.publisher, 'Press')
    assert.deepEqual(item.aliases, ['c2', 'old'])
    assert.equal(references.find(reference => reference.citekey === 'self')!.item.title, 'Me')
    // Pandoc does not find `@house` when it is cited.
    assert.deepEqual(
      references.map(({ citekey }) => citekey),
      ['p', 'c', 'self'],
    )
    assert.deepEqual(
      problems.map(problem => problem.message.slice(0, 26)),
      ['This leads back to “p”, wh', 'This leads back to “self”,'],
    )
  })

  it('names parents that are not there, with where that is said', () => {
    const text = `@xdata{house, publisher = {Press}, crossref = {Gone}}
@book{whole, title = {Whole}, ids = {all}}
@incollection{c, title = {Part}, xdata = {house, hause}, crossref = {all}, xref = {whole}}
@incollection{d, title = {Part}, crossref = {whole}, xref = {none}}`
    const [, part, other] = read(text).references
    assert.deepEqual(
      part!.missingParents?.map(({ key, span, ...rest }) => [key, text.slice(span.start, span.end), rest]),
      [
        ['hause', 'hause', { field: 'xdata', nearest: 'house', isAlias: false }],
        ['all', 'all', { field: 'crossref', nearest: 'whole', isAlias: true }],
        ['Gone', 'Gone', { field: 'crossref', nearest: undefined, isAlias: false }],
      ],
    )
    assert.deepEqual(
      other!.missingParents?.map(({ key, field }) => [key, field]),
      [['none', 'xref']],
    )
    assert.equal(other!.item['container-title'], undefined)
  })

  it('takes a number for an issue, a volume of a series or a number, by the kind of work', () => {
    const numbers = (type: string) => {
      const { issue, number, 'collection-number': volume } = itemOf('number = {4}', type)
      return { issue, number, volume }
    }
    const none = { issue: undefined, number: undefined, volume: undefined }
    for (const type of ['article', 'periodical']) assert.deepEqual(numbers(type), { ...none, issue: '4' })
    for (const type of ['report', 'techreport', 'patent', 'misc', 'manual', 'thesis'])
      assert.deepEqual(numbers(type), { ...none, number: '4' })
    for (const type of ['book', 'incollection', 'inproceedings'])
      assert.deepEqual(numbers(type), { ...none, volume: '4' })
    assert.equal(itemOf('number = {4}, issue = {Spring}').issue, '4, Spring')
  })

  it('writes a series that is a number out', () => {
    const series = (value: string) => itemOf(`series = {${value}}`)['collection-title']
    assert.deepEqual(['2', '11', '23', 'newseries', 'Lecture Notes'].map(series), [
      '2nd series',
      '11th series',
      '23rd series',
      'New series',
      'Lecture notes',
    ])
  })

  it('loses one entry at most to each fault, and says what to do', () => {
    assert.deepEqual(problems('@article{a,\n title = {One}\n year = 2020\n}\n@book{b, title={Two}}'), [
      '} — A comma is missing between “title” and “year”. Put one here.',
    ])
    const unclosed = '@article{a,\n  title = {One {two},\n  year = 2020,\n}\n@book{b, title={Two}}\n'
    assert.deepEqual(problems(unclosed), [
      '{ — The brace that opens the value of “title” is not closed. Close it before the next field.',
    ])
    assert.deepEqual(keys(unclosed), ['a', 'b'])
    assert.deepEqual(read(unclosed).references[0]!.item.issued, { 'date-parts': [[2020]] })
    const quote = '@article{a,\n  title = "One,\n  year = "2020",\n}\n@book{b, title={Two}}\n'
    assert.deepEqual(problems(quote), [
      '" — The quotation mark that opens the value of “title” is not closed. Close it before the next field.',
    ])
    assert.deepEqual(keys(quote), ['a', 'b'])
    const inOneLine = '@article{a, title = "One, year = "2020", volume = "3"}\n@book{b, title={Two}}\n'
    assert.deepEqual(problems(inOneLine), [
      '" — The quotation mark that opens the value of “title” is not closed. Close it before the next field.',
    ])
    assert.deepEqual(read(inOneLine).references[0]!.item.issued, { 'date-parts': [[2020]] })
  })

  it('tells of what Pandoc refuses', () => {
    assert.deepEqual(problems('@article{Smith in Press.2019,\n title={A}}'), [
      'Smith in Press.2019 — The citekey “Smith in Press.2019” has a space in it, so Pandoc refuses the file. Take the space out.',
    ])
    assert.match(problems('@article{, title={A}}')[0]!, /no citekey/)
    assert.match(problems('@article{title={A}}')[0]!, /no citekey/)
    assert.match(problems('@article(k, title={A})')[0]!, /stands in \( \)/)
    assert.match(problems('@article{k\n title={A}}')[0]!, /comma is missing after the citekey/)
    assert.match(problems('write to me@example.org\n@book{k, title={A}}')[0]!, /^@ — An “@” between the entries/)
    assert.match(problems('@article{a, title={A}},\n year=2020}')[0]!, /one closing brace too many/)
    assert.match(problems('@article{a, title={A}\n\n@book{b, title={B}}')[0]!, /not closed: put “}”/)
    assert.match(problems('@article{\u200ba, title={A}}')[0]!, /U\+200B/)
    assert.match(
      problems('@article{a,\n<<<<<<< HEAD\n title={A},\n=======\n title={B},\n>>>>>>> x\n}')[0]!,
      /merge conflict/,
    )
  })

  it('does not mind comments, bracketed or not', () => {
    assert.deepEqual(keys('@Comment jabref\n@comment{@article{x, title={X}}}\n% @book{y, title={Y}}\n@misc{z,}'), ['z'])
  })

  it('knows keys that objects have', () => {
    assert.deepEqual(keys('@misc{__proto__, title={A}}\n@misc{constructor, crossref={__proto__}}'), [
      '__proto__',
      'constructor',
    ])
    assert.equal(read('@misc{__proto__, title={A}}\n@misc{c, crossref={__proto__}}').references[1]!.item.title, 'A')
  })
})
