import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import { createWorkspace } from '../../src/workspace/workspace.ts'
import { memoryFiles } from '../support/memory-files.ts'

const HISTORY = '../shared/corpus/history'

/** What the authors of a project got wrong at some time, as `shared/corpus/README.md` describes it. */
interface History {
  readonly slug: string
  readonly missing_keys: readonly {
    readonly file: string
    readonly key: string
    readonly line: number
    readonly doc_blob: string
    readonly bib_blobs: readonly string[]
  }[]
  readonly bad_bibs: readonly {
    readonly file: string
    readonly blob: string
    readonly duplicates: readonly string[]
    readonly pandoc_error: string | null
    readonly raw: number
  }[]
}

const histories = existsSync(HISTORY)
  ? readdirSync(HISTORY)
      .filter(name => name.endsWith('.json'))
      .map(name => JSON.parse(readFileSync(join(HISTORY, name), 'utf8')) as History)
  : []

/** The text of a version; not every one is there. */
function blobOf(slug: string, blob: string): string | undefined {
  const folder = join(HISTORY, 'blobs', slug)
  const name = readdirSync(folder).find(name => name.startsWith(blob))
  return name === undefined ? undefined : readFileSync(join(folder, name), 'utf8')
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const described = histories.length > 0 ? describe : describe.skip

described('mistakes that authors really made (needs ../shared)', () => {
  for (const { slug, missing_keys: missing, bad_bibs: bad } of histories) {
    for (const { file, key, line, doc_blob: doc, bib_blobs: bibs } of missing) {
      it(`${slug}: ${file} cites ${key}, which no bibliography had`, async () => {
        const text = blobOf(slug, doc)!
        const uri = `file:///project/${file.replace(/^.*\//, '')}`
        const files = memoryFiles([
          [uri, text],
          ['file:///project/.stroma.yaml', `bibliography: [${bibs.map((_, index) => `b${index}.bib`).join(', ')}]\n`],
          ...bibs.map((blob, index): [string, string] => [`file:///project/b${index}.bib`, blobOf(slug, blob)!]),
        ])
        const workspace = createWorkspace(files, { roots: ['file:///project/'] })
        const entry = (await workspace.analysis(uri)).library.references.get(key)
        if (entry) {
          // The list was made by looking for entries at the beginning of a line only; Pandoc finds those behind others.
          const bibliography = (await workspace.text(entry.location.uri))!
          assert.match(bibliography.slice(0, entry.location.span.start), /[^\n]$/)
          return
        }
        const found = await workspace.diagnose(uri)
        const cited = found
          .filter(({ rule, message }) => rule === 'unresolved-citation' && message.includes(`“${key}”`))
          .map(({ span }) => text.split('\n')[lineOf(text, span.start) - 1])
        // `\@ref(…)` on another line is no citation, though the list has that line for one.
        const expected = text.split('\n')[line - 1]!.includes(`\\@${key}`) ? /(?<!\\)@ref\(/ : new RegExp(`@\\{?${key}`)
        assert.ok(
          cited.some(shown => expected.test(shown!)),
          `not reported on line ${line}`,
        )
      })
    }

    for (const { file, blob, duplicates, pandoc_error: error, raw } of bad) {
      const text = blobOf(slug, blob)
      if (text === undefined) continue
      it(`${slug}: ${file} at ${blob.slice(0, 8)}, which Pandoc ${error ? 'refused' : 'read unsaid'}`, () => {
        const { references, problems } = readBibliography(text, 'file:///project/refs.bib')
        const keys = references.map(({ citekey }) => citekey)
        assert.ok(keys.length >= raw, `${keys.length} of ${raw} entries`)
        for (const key of duplicates) assert.ok(keys.filter(each => each === key).length > 1, key)
        if (!error) return
        const place = Number(/line (\d+)/.exec(error)![1])
        const lines = problems.map(({ span }) => [lineOf(text, span.start), lineOf(text, span.end)] as const)
        // Pandoc stops where it can go on no further; what is wrong stands there or in the entry before.
        assert.ok(
          lines.some(([start, end]) => start <= place && end >= place - 30),
          `${error}\n${problems.map(({ message }) => message).join('\n')}`,
        )
      })
    }
  }
})
