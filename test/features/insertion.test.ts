import assert from 'node:assert/strict'
import { citationInsertion } from '../../src/features/insertion.ts'
import { open } from '../support/fixture.ts'

/** The text after the key is inserted at the cursor. */
async function inserted(text: string, key = 'smith2020', name = 'paper.md'): Promise<string> {
  const fixture = open(`//- ${name}\n${text}`)
  const insertion = citationInsertion((await fixture.analysis()).manuscript, fixture.offset, key)
  return fixture.text.slice(0, fixture.offset) + insertion + fixture.text.slice(fixture.offset)
}

describe('a citation inserted at the cursor', () => {
  const cases: [string, string][] = [
    ['Text <|>here.', 'Text [@smith2020]here.'],
    ['Text [<|>] here.', 'Text [@smith2020] here.'],
    ['Text [@doe2019<|>] here.', 'Text [@doe2019; @smith2020] here.'],
    ['Text [@doe2019, p. 3<|>] here.', 'Text [@doe2019, p. 3; @smith2020] here.'],
    ['Text [<|>@doe2019] here.', 'Text [@smith2020; @doe2019] here.'],
    ['Text @<|> here.', 'Text @smith2020 here.'],
    ['Text @{<|>} here.', 'Text @{smith2020} here.'],
    ['Text \\cite{<|>} here.', 'Text \\cite{smith2020} here.'],
    ['Text \\cite{doe2019<|>} here.', 'Text \\cite{doe2019,smith2020} here.'],
  ]
  for (const [before, after] of cases) {
    it(`${before} becomes ${after}`, async () => assert.equal(await inserted(`${before}\n`), `${after}\n`))
  }

  it('has the braces that its key needs', async () => {
    assert.equal(await inserted('Text <|>.\n', 'a(b)'), 'Text [@{a(b)}].\n')
  })

  it('becomes a role where MyST has no other form for the key', async () => {
    const text = '---\nkernelspec: {}\n---\nText <|>.\n'
    assert.equal(await inserted(text, 'müller', 'paper.md').then(text => text.slice(23)), 'Text {cite:p}`müller`.\n')
  })
})
