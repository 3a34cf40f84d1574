import assert from 'node:assert/strict'
import { mergeRules } from '../../src/config/configuration.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'

const messages = (text: string) =>
  readConfiguration(text).problems.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`)

describe('readConfiguration', () => {
  it('reads settings, rules and overrides', () => {
    const { configuration, problems } = readConfiguration(
      'dialect: quarto\nbibliography: refs.bib\nrules:\n  undefined-footnote: off\n  unresolved-citation: {severity: warning, ignore: [x]}\noverrides:\n- files: drafts/**\n  rules: {missing-bibliography: info}\n',
    )
    assert.deepEqual(problems, [])
    assert.equal(configuration.dialect, 'quarto')
    assert.deepEqual(configuration.bibliography, ['refs.bib'])
    assert.deepEqual(configuration.rules.get('undefined-footnote'), { severity: 'off' })
    assert.deepEqual(configuration.rules.get('unresolved-citation'), {
      severity: 'warning',
      options: { ignore: ['x'] },
    })
    assert.deepEqual(configuration.overrides[0]?.files, ['drafts/**'])
  })

  it('says what is wrong and where, and keeps the rest', () => {
    const text =
      'dialekt: quarto\ndialect: latex\nbibliography: [a.bib]\nrules: {unresolved-citations: off, undefined-footnote: loud}\n'
    assert.deepEqual(messages(text), [
      'dialekt: There is no setting “dialekt”; did you mean “dialect”?',
      'latex: “dialect” has to be one of auto, pandoc, quarto, rmarkdown, myst, manubot.',
      'unresolved-citations: There is no rule “unresolved-citations”; did you mean “unresolved-citation”?',
      'loud: “undefined-footnote” has to be one of error, warning, info, off, or severity and options.',
    ])
    assert.deepEqual(readConfiguration(text).configuration.bibliography, ['a.bib'])
  })

  it('knows the values that a list may hold', () => {
    const text = (parts: string) => `rules: {undefined-abbreviation: {parts: ${parts}}}`
    assert.deepEqual(messages(text('[caption, body]')), [])
    assert.deepEqual(messages(text('caption')), [])
    assert.match(messages(text('[abstract, capton]'))[0] ?? '', /“parts” of “undefined-abbreviation” is not/)
  })

  it('takes lexicons as paths and with what of them is used', () => {
    const read = (text: string) => readConfiguration(text).configuration.lexicons.map(({ span: _, ...entry }) => entry)
    assert.deepEqual(read('lexicons: own.yaml'), [{ path: 'own.yaml' }])
    assert.deepEqual(read('lexicons: { path: go.obo, enabled: false }'), [{ path: 'go.obo', enabled: false }])
    assert.deepEqual(read('lexicons:\n- own.yaml\n- { path: go.obo, categories: process, exceptPacks: [a, b] }\n'), [
      { path: 'own.yaml' },
      { path: 'go.obo', categories: ['process'], exceptPacks: ['a', 'b'] },
    ])
    const text = 'lexicons: [7, own.yaml, { categories: a }, { path: b, category: c, enabled: often, packs: 7 }]\n'
    assert.deepEqual(messages(text), [
      '7: A lexicon is a path, or a mapping with “path:” and what of it is used.',
      '{ categories: a }: A lexicon needs “path:”, the file that it is in.',
      'category: A lexicon has no setting “category”.',
      'enabled: “enabled” of a lexicon has to be true or false.',
      'packs: “packs” of a lexicon has to be a text or a list of texts.',
    ])
    assert.deepEqual(read(text), [{ path: 'own.yaml' }, { path: 'b' }])
  })

  it('survives text that is not YAML, not a mapping, or empty', () => {
    assert.equal(readConfiguration('rules: [').problems.length > 0, true)
    assert.equal(readConfiguration('- a').problems.length, 1)
    assert.deepEqual(readConfiguration('').problems, [])
    for (const deep of ['rules: '.padEnd(20_000, '['), 'rules: '.padEnd(20_000, '{a: '), '- '.repeat(20_000)])
      assert.match(
        readConfiguration(deep)
          .problems.map(({ message }) => message)
          .join(),
        /^The project file is nested too/,
      )
    assert.deepEqual(messages('__proto__: 1'), ['__proto__: There is no setting “__proto__”.'])
  })
})

describe('mergeRules', () => {
  it('lays severity and options over each other', () => {
    const merged = mergeRules(
      new Map([['a', { severity: 'error', options: { x: 1 } }]]),
      new Map([['a', { options: { y: 2 } }]]),
    )
    assert.deepEqual(merged.get('a'), { severity: 'error', options: { x: 1, y: 2 } })
  })
})
