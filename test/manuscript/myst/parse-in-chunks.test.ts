import assert from 'node:assert/strict'
import type { Nodes } from 'mdast'
import { parseInChunks } from '../../../src/manuscript/myst/parse-in-chunks.ts'
import { parseMarkdown } from '../../../src/manuscript/myst/parse-markdown.ts'
import { generate } from '../../differential/generate.ts'

/** A tree with all that is in it but lines and columns. */
const shown = (node: Nodes): unknown => {
  const { position, ...rest } = node
  const children = 'children' in node ? node.children.map(child => shown(child as Nodes)) : undefined
  return { ...rest, span: [position?.start.offset, position?.end.offset], ...(children && { children }) }
}

const check = (text: string, length: number): void =>
  assert.deepEqual(shown(parseInChunks(text, length)), shown(parseMarkdown(text)))

describe('a text parsed in parts', () => {
  for (const [what, text] of [
    ['links that are defined elsewhere', 'See [a] and [b][].\n\nText.\n\n[a]: /u\n\n[B]: /v\n'],
    ['footnotes that are defined elsewhere', 'Note.[^n]\n\nText.\n\n[^n]: This [a].\n\n    More.\n\n[a]: /u\n'],
    ['a fence with blank lines', 'A\n\n```\nb\n\nc\n\nd\n```\n\ne\n'],
    ['a fence that is never closed', 'A\n\n~~~\nb\n\nc\n\nd\n'],
    ['lists with blank lines', '- a\n\n- b\n\n  c\n\nd\n\n1. e\n\n2. f\n'],
    ['quotations', '> a\n\n> b\n\nc\n'],
    ['an HTML block with blank lines', '<pre>\na\n\nb\n</pre>\n\n<!-- c\n\nd -->\n\ne\n'],
    ['other line ends', 'a\r\n\r\nb [c]\r\n\r\n[c]: /u\r\rd\r'],
    ['no text', ''],
  ] as const) {
    it(`has ${what} as in the whole`, () => check(text, 1))
  }

  it('has the tree of the whole, whatever is in it', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const text = `${generate(seed)}\n\n${generate(seed + 1000)}\n\n${generate(seed + 2000)}`
      check(text, 1 + (seed % 40))
    }
  })
})
