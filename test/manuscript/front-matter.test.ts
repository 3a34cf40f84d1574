import assert from 'node:assert/strict'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { readFrontMatter } from '../../src/manuscript/front-matter.ts'
import { slice } from '../../src/text/span.ts'

const read = (yaml: string) => {
  const text = `---\n${yaml}\n---\nText.\n`
  return { text, ...readFrontMatter(text) }
}

describe('front matter', () => {
  it('reaches from the first fence to the end of the closing one', () => {
    const text = '---\ntitle: A\n...  \n\nText.\n'
    assert.equal(slice(text, readFrontMatter(text).span!), '---\ntitle: A\n...')
  })

  for (const [name, text] of [
    ['an unclosed fence', '---\ntitle: A\n\n- list\n'],
    ['a rule followed by a blank line', '---\n\ntitle: A\n---\n'],
    ['a fence below the first line', '\n---\ntitle: A\n---\n'],
    ['an empty text', ''],
  ] as const) {
    it(`is not ${name}`, () => assert.equal(readFrontMatter(text).span, undefined))
  }

  it('stands behind a byte order mark and with any line ends', () => {
    const text = '\ufeff---\r\nbibliography: refs.bib\r\n---\r\nText'
    const { bibliography } = readFrontMatter(text)
    assert.deepEqual(
      bibliography.map(({ span }) => slice(text, span)),
      ['refs.bib'],
    )
    assert.equal(readFrontMatter('---\rtitle: A\r---\rText').span?.end, 16)
  })

  it('names bibliographies, single, listed, quoted and escaped as Markdown', () => {
    const names = (yaml: string) => {
      const { text, bibliography } = read(yaml)
      return bibliography.map(({ value, span }) => [value, slice(text, span)])
    }
    assert.deepEqual(names('bibliography: refs.bib'), [['refs.bib', 'refs.bib']])
    assert.deepEqual(names('bibliography: [a.bib, "b.bib"]'), [
      ['a.bib', 'a.bib'],
      ['b.bib', 'b.bib'],
    ])
    assert.deepEqual(names("bibliography:\n  - 'a.bib'\n  - b.json"), [
      ['a.bib', 'a.bib'],
      ['b.json', 'b.json'],
    ])
    assert.deepEqual(names('bibliography: manual\\_references.json'), [
      ['manual_references.json', 'manual\\_references.json'],
    ])
    assert.deepEqual(names('bibliography: !expr here::here("refs.bib")'), [])
  })

  it('reads quoted values and lists that go on at the left margin, as libyaml does', () => {
    const yaml = [
      'title: "A long',
      'title @one"',
      "subtitle: 'It''s",
      '',
      " don''t @two'",
      'list:',
      '  - [a, # not ] the end',
      '"b, ]", \'@three',
      "x']",
      'text: |',
      '  quoted: "',
      'last: {"a": "@four",',
      'b: c}',
    ].join('\n')
    const { text, problems, strings, data } = read(yaml)
    assert.deepEqual(problems, [])
    assert.equal(data.title, 'A long title @one')
    assert.deepEqual(data.last, Object.assign(Object.create(null), { a: '@four', b: 'c' }))
    for (const { value, span, offsets } of strings) {
      const at = (index: number): number => offsets?.[index] ?? span.start + index
      for (const word of value.matchAll(/[@\w]+/g))
        assert.equal(text.substr(at(word.index), word[0].length), word[0], value)
    }
    assert.deepEqual(read(' title: A\nlong: title').problems.length, 1)
    assert.equal(read('title: A long\ntitle @one').problems.length, 1)
  })

  it('tolerates tags of its own, as Quarto and R Markdown have them', () => {
    const { problems, data, strings } = read('params:\n  n: !r nrow(x)\n  m: !expr 1 + 1\ntitle: T')
    assert.deepEqual(problems, [])
    assert.equal(data.title, 'T')
    assert.deepEqual(
      strings.map(({ value }) => value),
      ['T'],
    )
  })

  it('gives inline references with their places', () => {
    const { text, references } = read('references:\n- id: a\n  title: One\n- id: b\n  title: Two')
    assert.deepEqual(
      references.map(({ value }) => value.id),
      ['a', 'b'],
    )
    assert.ok(slice(text, references[1]!.span).startsWith('id: b\n  title: Two'))
  })

  it('takes the names of objects for plain keys', () => {
    const { data } = read('__proto__: {polluted: 1}\nconstructor: 2')
    assert.deepEqual(Object.keys(data), ['__proto__', 'constructor'])
    assert.equal(({} as Record<string, unknown>).polluted, undefined)
  })

  it('says where broken YAML breaks, and still finds the bibliography', () => {
    const { text, problems, bibliography } = read('title: A: B\nbibliography: "refs.bib" # mine')
    assert.equal(problems.length, 1)
    assert.match(problems[0]!.message, /not valid YAML.*Put quotes around/)
    assert.equal(text.slice(0, problems[0]!.span.start), '---\ntitle: ')
    assert.deepEqual(
      bibliography.map(({ value, span }) => [value, slice(text, span)]),
      [['refs.bib', 'refs.bib']],
    )
  })

  it('finds a listed bibliography in broken YAML', () => {
    const { text, bibliography } = read('bibliography:\n  - a.bib\n  - "b.bib"\ntitle: [')
    assert.deepEqual(
      bibliography.map(({ span }) => slice(text, span)),
      ['a.bib', 'b.bib'],
    )
  })

  it('answers nesting, aliases and length without following them', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let index = 0; index < 12; index++) {
      const [name, of] = [String.fromCharCode(98 + index), String.fromCharCode(97 + index)]
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`)
    }
    const hostile = [bomb.join('\n'), 'a: &a [*a]', '['.repeat(100_000), '- '.repeat(100_000), `a: ${'x'.repeat(3e6)}`]
    for (const yaml of hostile) {
      assert.equal(read(yaml).problems.length, 1, yaml.slice(0, 20))
    }
  })
})

describe('strings of the metadata', () => {
  const pieces = (yaml: string) => {
    const { text, strings } = read(yaml)
    return strings.map(({ path, value, span, offsets }) => ({
      path: path.join('.'),
      value,
      source: slice(text, span),
      at: offsets?.map(offset => text[offset]).join('') ?? value,
    }))
  }

  it('have a path, a value and a place', () => {
    assert.deepEqual(pieces('author:\n  - name: Ada\nkeywords: [one]\nignored_: two\nyear: 2020'), [
      { path: 'author.0.name', value: 'Ada', source: 'Ada', at: 'Ada' },
      { path: 'keywords.0', value: 'one', source: 'one', at: 'one' },
    ])
  })

  for (const [name, yaml, at] of [
    ['double quotes', 'a: "x\\u0041 \\"@k\\" \\\n   y \\U0001F600z"', 'x\\ \\@k\\ y \\\\z'],
    ['single quotes', "a: 'it''s\n  @k'", "it's\n@k"],
    ['plain text over lines', 'a: one\n  @k  two\n\n  three', 'one\n@k  two\nthree'],
    ['a folded block', 'a: >\n  one\n  @k\n\n  two', 'one\n@k\ntwo\n'],
    ['a literal block', 'a: |\n  one\n    @k\n  two', 'one\n  @k\ntwo\n'],
    ['a block with blank lines first', 'a: |\n\n  one', '\none\n'],
    ['a block with its indentation given', 'a: |1\n   one\n @k', '  one\n@k\n'],
  ] as const) {
    it(`keep their offsets in ${name}`, () => assert.equal(pieces(yaml)[0]!.at, at))
  }

  it('keep the offset of every visible character, however they are written', () => {
    const styles = ['QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN', 'BLOCK_FOLDED', 'BLOCK_LITERAL'] as const
    const word = fc.string({ unit: fc.constantFrom(...'ab@;[]:\'"# é😀'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.constantFrom(...styles), (words, style) => {
        const value = words.join(' ')
        const { text, strings, problems } = read(stringify({ a: value }, { defaultStringType: style, lineWidth: 40 }))
        if (problems.length) return
        for (const string of strings) {
          if (!string.offsets) continue
          assert.equal(string.offsets.length, string.value.length)
          for (const [index, offset] of string.offsets.entries()) {
            const character = string.value[index]!
            if (text[offset] !== '\\' && character !== ' ' && character !== '\n') assert.equal(text[offset], character)
          }
        }
      }),
    )
  })
})
