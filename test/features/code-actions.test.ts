import assert from 'node:assert/strict'
import { codeActions, type Fixable, safeFixes } from '../../src/features/code-actions.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { open } from '../support/fixture.ts'

/** The text after the action with this title is taken at the cursor; nothing when it is not offered. */
async function textAfter(fixture: string, title: string): Promise<string | undefined> {
  const { workspace, uri, text, offset, analysis } = open(fixture)
  const findings = await workspace.diagnose(uri)
  const actions = codeActions((await analysis()).manuscript, uri, { start: offset, end: offset }, findings)
  const action = actions.find(action => action.title === title)
  return action && applyEdits(text, action.edits).text
}

const BIB = '//- refs.bib\n@misc{smith2020, title = {A}}\n//- paper.md\n'
const HEAD = '---\nbibliography: refs.bib\n---\n\n'
const SILENCE = 'Silence unresolved-citation here'

describe('code actions', () => {
  it('cite the near key instead', async () => {
    const text = await textAfter(`${BIB}${HEAD}See [@smi<|>th2002].\n`, 'Cite “smith2020” instead')
    assert.equal(text, `${HEAD}See [@smith2020].\n`)
  })

  it('are offered only where the finding is', async () => {
    assert.equal(await textAfter(`${BIB}${HEAD}Se<|>e [@smith2002].\n`, 'Cite “smith2020” instead'), undefined)
  })

  it('silence a rule on the line before a block, with the line end of the text', async () => {
    assert.equal(
      await textAfter('//- paper.md\nOne.\r\n\r\nSee [@no<|>body].\r\n', SILENCE),
      'One.\r\n\r\n<!-- stroma-disable-next-line unresolved-citation -->\r\nSee [@nobody].\r\n',
    )
  })

  it('silence a rule at the end of a later line of a paragraph', async () => {
    assert.equal(
      await textAfter('//- paper.md\nOne\nsee [@no<|>body]\nthree.\n', SILENCE),
      'One\nsee [@nobody] <!-- stroma-disable-line unresolved-citation -->\nthree.\n',
    )
  })

  it('really silence it', async () => {
    for (const fixture of ['//- paper.md\n[@no<|>body].\n', '//- paper.md\nOne\nsee [@no<|>body].\n']) {
      const text = await textAfter(fixture, SILENCE)
      const { workspace, uri } = open(`//- paper.md\n${text}`)
      const rules = (await workspace.diagnose(uri)).map(({ rule }) => rule)
      assert.ok(!rules.includes('unresolved-citation'), text)
    }
  })

  it('do not put a comment into metadata or tables', async () => {
    assert.equal(await textAfter('//- paper.md\n| a | b |\n|---|---|\n| [@no<|>body] | x |\n', SILENCE), undefined)
    assert.equal(await textAfter(`//- paper.md\n---\ntitle: 'See @no<|>body'\n---\n`, SILENCE), undefined)
  })
})

describe('safe fixes', () => {
  const finding = (start: number, end: number, newText: string, safe = true): Fixable => ({
    uri: 'file:///a.md',
    rule: 'x',
    span: { start, end },
    fixes: [{ title: 'fix', edits: [{ span: { start, end }, newText }], safe }],
  })

  it('are made together, a fix that another is in the way of left for the next time, and unsafe ones never', () => {
    const edits = safeFixes('file:///a.md', [finding(0, 3, 'A'), finding(2, 4, 'B'), finding(6, 7, 'C', false)])
    assert.equal(applyEdits('abcdefg', edits).text, 'Adefg')
  })
})
