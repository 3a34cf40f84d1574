import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'
import { groupsOf } from './groups.ts'

const ORACLE = '../shared/oracles/pandoc-3.10-markdown.jsonl'

interface Case {
  readonly md: string
  readonly cites: readonly (readonly { id: string; mode: string; prefix: string; suffix: string }[])[]
}

describe('what Pandoc 3.10 cites', () => {
  before(function () {
    if (!existsSync(ORACLE)) this.skip()
  })

  it('is read the same, with keys, modes, groups, prefixes and suffixes', () => {
    const cases = readFileSync(ORACLE, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Case)
    const read = (md: string) => readManuscript(md, 'pandoc').citations
    const seen = cases.map(({ md }) => `${JSON.stringify(md)} ${groupsOf(read(md))}`)
    const wanted = cases.map(({ md, cites }) => {
      const groups = cites.map(group => group.map(({ id, mode }) => `${mode} ${id}`).join('; '))
      // Pandoc lists the caption of a figure twice, as caption and as alternative text.
      const once = /^!\[.*\]\(/.test(md) ? groups.slice(0, groups.length / 2) : groups
      return `${JSON.stringify(md)} ${once.join(' | ')}`
    })
    assert.deepEqual(seen, wanted)
  })
})
