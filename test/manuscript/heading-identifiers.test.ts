import assert from 'node:assert/strict'
import { readManuscript } from '../../src/manuscript/read-manuscript.ts'

const identifiers = (text: string) => readManuscript(text, 'pandoc').headings.map(({ identifier }) => identifier)

describe('heading identifiers', () => {
  for (const [heading, identifier] of [
    ['Heading identifiers in HTML', 'heading-identifiers-in-html'],
    ['Maître d’hôtel', 'maître-dhôtel'],
    ['*Dogs*?--in *my* house?', 'dogs--in-my-house'],
    ['[HTML](x.html), [S5], or [RTF](y)?', 'html-s5-or-rtf'],
    ['3. Applications', 'applications'],
    ['33', 'section'],
    ['`a.b_c` and <b>d</b>[^1]', 'a.b_c-and-d'],
  ] as const) {
    it(`makes ${identifier} of “${heading}”`, () => assert.deepEqual(identifiers(`# ${heading}\n`), [identifier]))
  }

  it('tells equal headings apart, and leaves given ones alone', () =>
    assert.deepEqual(identifiers('# A\n\n# A\n\n# B {#a-2}\n\n# A\n\n# C {#own}\n'), ['a', 'a-1', 'a-2', 'a-3', 'own']))
})
