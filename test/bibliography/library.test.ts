import assert from 'node:assert/strict'
import { shortLabel } from '../../src/bibliography/describe.ts'
import { formatReference } from '../../src/bibliography/format-reference.ts'
import { mergeLibrary } from '../../src/bibliography/merge-library.ts'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { BibliographySource } from '../../src/bibliography/reference.ts'
import { createReferenceSearch } from '../../src/bibliography/search.ts'

const source = (path: string, text: string): BibliographySource => ({
  path,
  declaredIn: 'front-matter',
  looked: [path],
  bibliography: readBibliography(text, path),
})

const REFS = String.raw`@article{mueller2019, author={M{\"u}ller, J{\"o}rg and Doe, Jane A.}, title={Tumour Cells}, journal={J Cell}, year=2019, volume=3, number=2, pages={1--9}, doi={10.1/x}}
@book{doe2020, author={Doe, Jane}, title={Cells at Large}, publisher={Press}, year=2020}
@article{many, author={A, B and C, D and E, F and G, H and I, J and K, L and M, N}, title={Many?}, year=2001}`

describe('readBibliography', () => {
  it('goes by the name, then by the text', () => {
    assert.equal(readBibliography('@misc{a,}', 'x.bib').format, 'bibtex')
    assert.equal(readBibliography('[{"id":"a"}]', 'untitled').format, 'csl-json')
    const wrong = readBibliography('[{"id":"a"}]', 'x.bib')
    assert.deepEqual([wrong.format, wrong.references.length, wrong.problems.length], ['csl-json', 1, 1])
  })

  it('gives one problem for what is no bibliography', () => {
    for (const text of ['<!DOCTYPE html><html>@article{a,}', '\0\x01\x02@misc{a,}', '@\0m\0i\0s\0c\0{\0a\0,\0}\0']) {
      const { references, problems } = readBibliography(text, 'x.bib')
      assert.deepEqual([references.length, problems.length], [0, 1], text)
    }
  })
})

describe('mergeLibrary', () => {
  it('lets the last of a file, the later file and inline references win', () => {
    const one = source('a.bib', '@misc{k, title={1}}\n@misc{k, title={2}}\n@misc{only, title={o}, ids={alias}}')
    const two = source('b.bib', '@misc{k, title={3}}')
    const title = (library: ReturnType<typeof mergeLibrary>) => library.references.get('k')!.item.title
    assert.equal(title(mergeLibrary([one])), '2')
    assert.equal(title(mergeLibrary([one, two])), '3')
    assert.equal(title(mergeLibrary([one, two], one.bibliography!.references.slice(0, 1))), '1')
    const { duplicates, aliases } = mergeLibrary([one, two])
    assert.deepEqual(
      duplicates.map(({ reference, first }) => [first.item.title, reference.item.title]),
      [['1', '2']],
    )
    assert.equal(aliases.get('alias')!.citekey, 'only')
  })
})

describe('showing references', () => {
  const { references } = readBibliography(REFS, 'refs.bib')
  const [mueller, doe, many] = references.map(reference => reference.item)

  it('in two styles', () => {
    assert.equal(
      formatReference(mueller!, 'vancouver'),
      'Müller J, Doe JA. Tumour cells. J Cell. 2019;3(2):1-9. doi:10.1/x',
    )
    assert.equal(
      formatReference(mueller!, 'author-year'),
      'Müller J, Doe JA (2019) Tumour cells. J Cell 3(2): 1-9. doi:10.1/x',
    )
    assert.equal(formatReference(doe!, 'vancouver'), 'Doe J. Cells at large. Press; 2020.')
    assert.equal(formatReference(many!, 'vancouver'), 'A B, C D, E F, G H, I J, K L, et al. Many? 2001.')
  })

  it('as the samples of the ICMJE have books, chapters and abbreviated journals', () => {
    const shown = (text: string) => formatReference(readBibliography(text, 'refs.bib').references[0]!.item, 'vancouver')
    assert.equal(
      shown(`@incollection{m, author = {Meltzer, P. S. and Trent, J. M.}, title = {Chromosome alterations}, booktitle = {The genetic basis},
        editor = {Vogelstein, B. and Kinzler, K. W.}, address = {New York}, publisher = {McGraw-Hill}, year = 2002, pages = {93--113}}`),
      'Meltzer PS, Trent JM. Chromosome alterations. In: Vogelstein B, Kinzler KW, editors. The genetic basis. New York: McGraw-Hill; 2002. p. 93-113.',
    )
    assert.equal(
      shown(
        '@book{m, author = {Murray, P.}, title = {Microbiology}, edition = 4, address = {St. Louis}, publisher = {Mosby}, year = 2002}',
      ),
      'Murray P. Microbiology. 4th ed. St. Louis: Mosby; 2002.',
    )
    assert.equal(
      shown('@book{m, editor = {Doe, J. and Roe, A.}, title = {Whole}, year = 2002}'),
      'Doe J, Roe A, editors. Whole. 2002.',
    )
    assert.equal(
      shown(
        '@article{m, author = {Roe, A.}, title = {T}, journal = {Cancer Microenvironment}, shortjournal = {Cancer Microenviron}, year = 2002}',
      ),
      'Roe A. T. Cancer Microenviron. 2002.',
    )
  })

  it('in short', () => {
    assert.equal(shortLabel(mueller!), 'Müller & Doe 2019')
    assert.equal(shortLabel(many!), 'A et al. 2001')
  })
})

describe('createReferenceSearch', () => {
  const { references } = readBibliography(REFS, 'refs.bib')
  const { search } = createReferenceSearch(references)
  const found = (query: string, preferred?: Set<string>) =>
    search(query, { limit: 10, ...(preferred && { preferred }) }).map(reference => reference.citekey)

  it('finds all words anywhere, without accents', () => {
    for (const query of ['muller', 'Mueller', 'müller', 'cells 2019 jane', 'tumo j cell'])
      assert.equal(found(query)[0], 'mueller2019', query)
    assert.deepEqual(found('cells press'), [])
  })

  it('puts what is cited first', () => {
    assert.deepEqual(found('doe')[0], 'doe2020')
    assert.deepEqual(found('doe', new Set(['mueller2019']))[0], 'mueller2019')
  })
})
