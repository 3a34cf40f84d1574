import { lazy } from '../text/memo.ts'
import { DIALECTS, interpret } from './dialects/interpret.ts'
import { readFrontMatter } from './front-matter.ts'
import type { DialectName, Manuscript } from './manuscript.ts'
import { readMyst } from './myst/read-myst.ts'
import { readPandoc } from './pandoc/read-pandoc.ts'
import { maskProse } from './prose.ts'

/** Reads a manuscript as the renderer of its dialect does; `text` begins with no byte order mark. */
export function readManuscript(text: string, dialectName: DialectName, _previous?: Manuscript): Manuscript {
  const dialect = DIALECTS[dialectName]
  const frontMatter = readFrontMatter(text)
  const { chunks, bareUris, backslashMath } = dialect.extensions
  const reading =
    dialect.grammar === 'myst'
      ? readMyst(text, frontMatter)
      : readPandoc(text, frontMatter, { bareUris, backslashMath, executableChunks: chunks })
  const prose = lazy(() => maskProse(text, reading.nonProse))
  return {
    text,
    dialect: dialectName,
    frontMatter,
    get prose() {
      return prose()
    },
    ...reading,
    ...interpret(text, reading, frontMatter, dialect),
    problems: [...frontMatter.problems, ...reading.problems],
  }
}
