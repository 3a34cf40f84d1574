import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import { isOneTypoAway } from '../../src/bibliography/search/one-typo.ts'
import { makeVocabulary } from '../../src/bibliography/search/vocabulary.ts'
import { createReferenceSearch } from '../../src/bibliography/search.ts'

const { references } = readBibliography(
  String.raw`@string{cell = {Cancer Cell}}
@article{mueller2019, author={M{\"u}ller, J{\"o}rg and Doe, Jane}, title={Tumour {S}troma}, journal=cell, year=2019}
@article{jm19, author={Müller, Karl}, title={Circulating cells}, journal={Oncogene}, year=2019}
@article{km18, author={Mueller, Eva}, title={Anoikis and metastasis}, date={2018-05}}
@article{stroma2001, author={Łukasiewicz, Anna}, title={On \emph{Mus musculus}}, year=2001}
@article{cjk, author={王, 伟}, title={循环肿瘤细胞}, year=2020}
@misc{untitled,}`,
  'refs.bib',
)
const { search } = createReferenceSearch(references)
const keys = (query: string, preferred: string[] = [], limit = 10) =>
  search(query, { limit, preferred: new Set(preferred) }).map(reference => reference.citekey)

describe('search for references', () => {
  it('takes an umlaut in any of its forms', () => {
    for (const query of ['mueller', 'muller', 'müller', 'Müller', 'MUELLER']) {
      assert.deepEqual(keys(query).sort(), ['jm19', 'km18', 'mueller2019'], query)
    }
  })

  it('takes each name of a list by its own forms, in LaTeX and in Unicode, precomposed or not', () => {
    const { references } = readBibliography(
      String.raw`@misc{a, author={Mueller, Jörg and S{\o}rensen, A. and Håkansson, B. and Boehm, C.}}
@misc{b, author={M\"uller, E. and Ba{\"{u}}er, F. and Ångström, G. and Ştefan, Bjo\u0308rn and Köhler, H.}}
@misc{c, title={Müller and Boehm}, author={Aerts, I. and Queen, J.}}`.replace('\\u0308', '\u0308'),
      'refs.bib',
    )
    const { search } = createReferenceSearch(references)
    const keys = (query: string) => search(query, { limit: 9 }).map(({ citekey }) => citekey)
    const forms: readonly [string, readonly string[]][] = [
      ['muller mueller jorg joerg sorensen soerensen hakansson haakansson bohm boehm', ['a']],
      ['müller jörg sørensen håkansson', ['a']],
      ['muller mueller bauer baueer angstrom aangstroem stefan bjorn bjoern kohler koehler', ['b']],
      ['arts queen', ['c']],
      ['muller boehm', ['a', 'c']],
      ['mueller', ['a', 'b']],
    ]
    for (const [words, expected] of forms) {
      const all = expected.length === 1 ? words.split(' ') : [words]
      for (const word of all) assert.ok(keys(word).includes(expected[0]!), word)
      assert.deepEqual(keys(words).sort(), expected, words)
    }
  })

  it('takes Greek letters as such, as commands and by name, and formulas as they are printed', () => {
    const { references } = readBibliography(
      String.raw`@misc{a, title={TGF-$\beta$1 and $\beta$-catenin in CO$_2$ and 10$^{-3}$}}
@misc{b, title={TGF-β1 and β-catenin in CO2}}
@misc{c, title={{TGF}\textbeta{}1 and {\textbeta}-catenin in CO\textsubscript{2}}}
@misc{d, title={Catenin alone}}
@misc{e, title={Measuring CO\textsubscript{2} cell\textendash{}wise with H\emph{O}X}}`,
      'refs.bib',
    )
    const { search } = createReferenceSearch(references)
    for (const query of ['TGF-β1', 'tgf beta 1', 'TGFβ', 'β-catenin', 'beta catenin', 'CO2']) {
      assert.deepEqual(
        search(query, { limit: 9 })
          .map(({ citekey }) => citekey)
          .sort(),
        query === 'CO2' ? ['a', 'b', 'c', 'e'] : ['a', 'b', 'c'],
        query,
      )
    }
    for (const query of ['hox', 'wise', 'cell']) assert.equal(search(query, { limit: 9 })[0]?.citekey, 'e', query)
  })

  it('leaves Greek words whole, and takes letters of them for no names', () => {
    const { references } = readBibliography(
      String.raw`@misc{a, author={Παπαδόπουλος, Γ.}, title={γδ T cells and $\pi$-helices}}
@misc{b, title={Alpha and pi}}`,
      'refs.bib',
    )
    const { search } = createReferenceSearch(references)
    const keys = (query: string) => search(query, { limit: 9 }).map(({ citekey }) => citekey)
    for (const query of ['παπαδοπουλος', 'Παπαδ', 'gamma delta', 'γδ', 'π-helices'])
      assert.deepEqual(keys(query), ['a'])
    assert.deepEqual(keys('alpha'), ['b'])
    assert.deepEqual(keys('pi').sort(), ['a', 'b'])
  })

  it('finds every word in any field, in any order, and within words', () => {
    assert.deepEqual(keys('2019 stroma doe'), ['mueller2019'])
    assert.deepEqual(keys('roma 2019'), ['mueller2019'])
    assert.deepEqual(keys('cancer cell müll'), ['mueller2019'])
    assert.deepEqual(keys('lukasiewicz musculus'), ['stroma2001'])
    assert.deepEqual(keys('肿瘤'), ['cjk'])
    assert.deepEqual(keys('2018'), ['km18'])
    assert.deepEqual(keys('Müller, J. & Doe et al. (2019)'), ['mueller2019'])
    assert.deepEqual(keys('stroma anoikis'), [])
  })

  it('puts the key before the author, the author before the title, and what is cited before all', () => {
    assert.deepEqual(keys('stroma'), ['stroma2001', 'mueller2019'])
    assert.deepEqual(keys('stroma', ['mueller2019']), ['mueller2019', 'stroma2001'])
    assert.deepEqual(keys('', ['km18'], 3), ['km18', 'mueller2019', 'jm19'])
  })

  it('can be prepared in steps, beside other work, and asked meanwhile', () => {
    const entry = (_: unknown, number: number) => `@misc{key${number}, author={Doe, Jane}, title={Cell ${number}}}`
    const { references: many } = readBibliography(Array.from({ length: 5000 }, entry).join('\n'), 'refs.bib')
    const prepared = createReferenceSearch(many)
    const steps = prepared.prepare()
    const parts: number[] = []
    for (let step = steps.next(); !step.done; step = steps.next()) {
      parts.push(step.value)
      if (parts.length === 2) createReferenceSearch(references).search('cell', { limit: 3 })
    }
    assert.ok(parts.length >= 4 && parts.every((part, at) => part > (parts[at - 1] ?? 0) && part <= 1), `${parts}`)
    const found = (search: typeof prepared) => search.search('key49 doe', { limit: 20 }).map(({ citekey }) => citekey)
    assert.deepEqual(found(prepared), found(createReferenceSearch(many)))
    assert.ok(found(prepared).length > 5)
    assert.deepEqual([...prepared.prepare()], [])
  })

  it('forgives one typing error in a word when nothing else is found', () => {
    assert.deepEqual(keys('anokis'), ['km18'])
    assert.deepEqual(keys('metsatas'), ['km18'])
    assert.deepEqual(keys('luksaiewicz 2001'), ['stroma2001'])
    assert.deepEqual(keys('strxmx'), [])
  })

  it('gives the same as looking through everything', () => {
    const word = fc.constantFrom(
      'ce',
      'cell',
      '2019',
      'mu',
      'm',
      'tumo',
      'a',
      'on',
      'doe',
      'mus',
      'jorg',
      '20',
      'oncogene',
      'zz',
    )
    const haystacks = references.map(({ citekey, item }) =>
      [
        citekey,
        item.title,
        item['container-title'],
        ...(item.author ?? []).flatMap(({ family, given }) => [family, given]),
        item.issued?.['date-parts']?.[0]?.[0],
      ]
        .join(' ')
        .normalize('NFD')
        .replace(/\p{M}|<[^<>]*>/gu, '')
        .toLowerCase(),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), words => {
        const expected = references.filter((_, index) =>
          words.every(word =>
            word.length > 2
              ? haystacks[index]!.includes(word)
              : haystacks[index]!.split(/[^a-z0-9]+/).some(token => token.startsWith(word)),
          ),
        )
        const found = new Set(keys(words.join(' ')))
        for (const { citekey } of expected) assert.ok(found.has(citekey), `${words.join(' ')}: ${citekey}`)
      }),
    )
  })

  it('finds all that have every word, common words and rare ones in any order', () => {
    const words = ['cells', 'metastasis', 'niche', 'anoikis', 'cell', 'etas', 'iche', 'noik', 'k']
    const titles = Array.from({ length: 400 }, (_, number) =>
      ['cells', 'metastasis', 'niche', 'anoikis'].filter((_, at) => number % [1, 2, 41, 97][at]! === 0).join(' '),
    )
    const bib = titles.map((title, number) => `@misc{k${number}, title={${title} of ${number}}, year=2019}`).join('\n')
    const many = createReferenceSearch(readBibliography(bib, 'refs.bib').references)
    fc.assert(
      fc.property(fc.subarray(words, { minLength: 1, maxLength: 3 }), fc.boolean(), (wanted, turned) => {
        const query = (turned ? [...wanted].reverse() : wanted).join(' ')
        const found = many.search(query, { limit: 500 }).map(({ citekey }) => Number(citekey.slice(1)))
        const expected = titles.flatMap((title, number) =>
          wanted.every(word => word === 'k' || title.includes(word)) ? [number] : [],
        )
        assert.deepEqual(
          found.sort((a, b) => a - b),
          expected,
          query,
        )
      }),
    )
  })

  it('holds to its limit, and to any query', () => {
    assert.equal(keys('m', [], 2).length, 2)
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aé\u0301ß𝒳🧫\u0000\n {}\\$"', '\ud83e', '王'), maxLength: 40 }),
        query => keys(query).length <= 10,
      ),
    )
  })
})

describe('a list of words', () => {
  it('gives every word that contains a part, with the place of it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abé王'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 20 }), text, (words, part) => {
        const vocabulary = makeVocabulary()
        for (const word of words) {
          const letters = Uint16Array.from(word, letter => letter.charCodeAt(0))
          vocabulary.add(letters, letters.length, word.length)
        }
        const found: [number, number, number][] = []
        vocabulary.finish().containing(part, (word, at, length) => found.push([word, at, length]))
        const expected = words.flatMap((word, number) =>
          word.includes(part) ? [[number, word.indexOf(part), word.length]] : [],
        )
        assert.deepEqual(found, expected)
      }),
    )
  })
})

describe('one typing error', () => {
  it('is any edit of one letter', () => {
    const letter = fc.constantFrom(...'abcd')
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 4, maxLength: 8 }),
        fc.nat(7),
        letter,
        fc.nat(3),
        (letters, at, other, kind) => {
          const place = at % letters.length
          const typed = [...letters]
          if (kind === 0) typed.splice(place, 1)
          else if (kind === 1) typed.splice(place, 0, other)
          else if (kind === 2) typed[place] = other
          else if (place > 0) typed.splice(place - 1, 2, typed[place]!, typed[place - 1]!)
          assert.ok(isOneTypoAway(typed.join(''), letters.join('')), `${typed.join('')} ${letters.join('')}`)
        },
      ),
    )
    assert.ok(!isOneTypoAway('abcdef', 'fedcba'))
    assert.ok(!isOneTypoAway('metastasis', 'met'))
  })
})
