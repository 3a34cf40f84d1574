/**
 * Compares what biber said of the bibliographies of the corpus with what Stroma says: mistakes of syntax, keys that stand
 * twice, `crossref`s to nothing. What biber says of its data model has no counterpart. One that
 * Stroma does not see fails. Run it by `node esbuild.js tests && node dist/test/corpus/biber-verdicts.js`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { Bibliography } from '../../src/bibliography/reference.ts'
import { corpus } from './fields/sources.ts'

interface Kind {
  readonly name: string
  readonly pattern: RegExp
  /** Whether Stroma sees it too. */
  isSeen(found: RegExpExecArray, bibliography: Bibliography): boolean
}

const KINDS: readonly Kind[] = [
  {
    name: 'syntax error',
    pattern: /^ERROR - BibTeX subsystem: .*line (\d+), syntax error/,
    isSeen: (_, { problems }) => problems.length > 0,
  },
  {
    name: 'key that stands twice',
    pattern: /^WARN - Duplicate entry key: '(.*?)'/,
    isSeen: (found, { references }) => references.filter(({ citekey }) => citekey === found[1]).length > 1,
  },
  {
    name: 'crossref to nothing',
    pattern: /^WARN - I didn't find a database entry for crossref '(.*?)' in entry '(.*?)'/,
    isSeen: (found, { references }) =>
      references.some(
        ({ citekey, missingParents }) => citekey === found[2] && missingParents?.some(({ key }) => key === found[1]),
      ),
  },
]

function judge(): void {
  const counts = new Map(KINDS.map(({ name }) => [name, { all: 0, seen: 0 }]))
  const files = globSync('oracle/**/*.biber.json', { cwd: corpus }).sort()
  for (const path of files) {
    const { file, messages } = JSON.parse(readFileSync(join(corpus, path), 'utf8')) as {
      file: string
      messages?: readonly string[]
    }
    const text = readFileSync(join(corpus, file), 'utf8').replace(/^\ufeff/, '')
    const bibliography = readBibliography(text, file)
    for (const message of messages ?? []) {
      for (const kind of KINDS) {
        const found = kind.pattern.exec(message)
        if (!found) continue
        const count = counts.get(kind.name)!
        count.all++
        if (kind.isSeen(found, bibliography)) count.seen++
        else {
          process.exitCode = 1
          console.log(`${file}: ${message}`)
        }
      }
    }
  }
  console.log(`${files.length} files`)
  for (const [name, { all, seen }] of counts) console.log(`${name}: ${all} by biber, ${seen} of them by Stroma`)
}

if (existsSync(corpus)) judge()
else console.log('There is no corpus beside the repository; nothing was compared.')
