import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import type { Citation, DialectName } from '../../../src/manuscript/manuscript.ts'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'
import { type LineIndex, lineIndex } from '../../../src/text/line-index.ts'

const CORPUS = '../shared/corpus'

/** What Pandoc cites in one file, with lines and columns in code points. */
interface Verdict {
  readonly file: string
  readonly from: string
  readonly flavour: string
  readonly groups?: readonly { readonly cites: readonly { id: string; mode: string; line?: number; col?: number }[] }[]
}

/** The other Markdowns are judged by Pandoc as if they were its own. */
const DIALECTS: Partial<Record<string, DialectName>> = { rmd: 'rmarkdown', quarto: 'quarto' }

describe('manuscripts by other authors', () => {
  before(function () {
    if (!existsSync(CORPUS)) this.skip()
  })

  it('are cited with the keys, modes and groups of Pandoc, at its lines and columns', () => {
    for (const path of globSync('**/*.cites.json', { cwd: join(CORPUS, 'oracle'), absolute: true })) {
      const { file, from, flavour, groups } = JSON.parse(readFileSync(path, 'utf8')) as Verdict
      if (!from?.startsWith('markdown') || !groups) continue
      const text = readFileSync(join(CORPUS, file), 'utf8').replace(/^\ufeff/, '')
      const { citations } = readManuscript(text, DIALECTS[flavour] ?? 'pandoc')
      const index = lineIndex(text)
      const unlocated = new Set(groups.flatMap(({ cites }) => cites.filter(({ line }) => !line).map(({ id }) => id)))
      const wanted = groups.map(({ cites }) =>
        cites
          .map(({ id, mode, line, col }) => `${unlocated.has(id) ? '?' : `${line}:${col}`} ${mode} ${id}`)
          .join('; '),
      )
      assert.deepEqual(
        distinct(citations.map(citation => describeGroup(text, index, citation, unlocated))),
        distinct(wanted),
        file,
      )
    }
  })
})

/** A citation in a footnote that is referred to twice is in Pandoc's tree twice. */
const distinct = (groups: readonly string[]): readonly string[] => [...new Set(groups)].sort()

function describeGroup(
  text: string,
  index: LineIndex,
  { mode, items }: Citation,
  unlocated: ReadonlySet<string>,
): string {
  return items
    .map(({ citekey, span, suppressAuthor }, at) => {
      const offset = text.indexOf('@', span.start)
      const { line, column } = index.positionAt(offset)
      const points = [...text.slice(offset - column + 1, offset)].length + 1
      const word = suppressAuthor
        ? 'SuppressAuthor'
        : mode === 'narrative' && at === 0
          ? 'AuthorInText'
          : 'NormalCitation'
      return `${unlocated.has(citekey) ? '?' : `${line}:${points}`} ${word} ${citekey}`
    })
    .join('; ')
}
