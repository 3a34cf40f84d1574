import assert from 'node:assert/strict'
import { complete } from '../../src/features/completion/completion.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { open } from '../support/fixture.ts'

const PACK = `//- terms.json
{"schemaVersion":1,"id":"t","title":"T","version":"1","licence":"CC0-1.0","source":{"citation":"C"},"concepts":[
{"id":"anoikis","label":"anoikis","category":"process"},
{"id":"ctc","label":"circulating tumor cell","category":"cell"},
{"id":"lineage","label":"cell lineage","category":"cell"}]}
`

async function offered(text: string, withTerms = true): Promise<string[]> {
  const { analysis, offset } = open(`${PACK}//- .stroma.yaml\nlexicons: terms.json\n//- paper.md\n${text}`)
  return complete(await analysis(), offset, { withTerms })?.items.map(({ label }) => label) ?? []
}

describe('completion of terms', () => {
  it('offers what the lexicon calls a concept, after three letters', async () => {
    assert.deepEqual((await offered('The cells undergo anoi<|>\n'))[0], 'anoikis')
    assert.deepEqual(await offered('The cells undergo an<|>\n'), [])
  })

  it('goes on with a term of several words', async () => {
    const { analysis, offset, text } = open(
      `${PACK}//- .stroma.yaml\nlexicons: terms.json\n//- paper.md\nBlood holds circulating tum<|>.\n`,
    )
    const [first] = complete(await analysis(), offset, { withTerms: true })!.items
    assert.equal(applyEdits(text, [first!.edit]).text, 'Blood holds circulating tumor cell.\n')
  })

  it('begins a sentence with a capital', async () => assert.equal((await offered('Anoi<|>\n'))[0], 'Anoikis'))

  it('offers the abbreviations of the manuscript with what they stand for', async () => {
    const { analysis, offset } = open('//- paper.md\nThe extracellular matrix (ECM) stiffens. An EC<|> is soft.\n')
    const items = complete(await analysis(), offset, { withTerms: true })!.items
    assert.deepEqual(
      items.filter(({ label }) => label === 'ECM').map(({ description }) => description),
      ['extracellular matrix'],
    )
  })

  for (const place of [
    '`anoi<|>`',
    '$anoi<|>$',
    'See [@anoi<|>]',
    '<!-- anoi<|> -->',
    'anoi<|>kis',
    '#anoi<|>',
    'https://x.org/anoi<|>',
  ]) {
    it(`offers no term at ${place}`, async () => assert.ok(!(await offered(`${place}\n`)).includes('anoikis')))
  }

  it('is silent unless asked for terms', async () =>
    assert.deepEqual(await offered('Cells undergo anoi<|>\n', false), []))
})
