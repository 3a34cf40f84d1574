import { type Change, changeBetween } from '../text/change.ts'
import { lazy } from '../text/memo.ts'
import { DIALECTS, type Interpretation, interpret } from './dialects/interpret.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import type { DialectName, Manuscript } from './manuscript.ts'
import { readMyst } from './myst/read-myst.ts'
import { type PandocReading, readPandoc } from './pandoc/read-pandoc.ts'
import { maskAddresses, maskProse } from './prose.ts'
import type { Reading } from './reading.ts'

/**
 * Reads a manuscript as the renderer of its dialect does; `text` begins with no byte order mark. With the manuscript
 * as it was before, only what a change concerns is read again; the result is the same. `head` is the front matter of
 * `text`, where it has been read to tell the dialect.
 */
export function readManuscript(
  text: string,
  dialectName: DialectName,
  previous?: Manuscript,
  head?: FrontMatter,
): Manuscript {
  if (previous?.text === text && previous.dialect === dialectName) return previous
  const dialect = DIALECTS[dialectName]
  const change = previous?.dialect === dialectName ? changeBetween(previous.text, text) : undefined
  const frontMatter = head ?? (previous && change ? frontMatterAfter(previous, text, change) : readFrontMatter(text))
  const reading =
    dialect.grammar === 'myst'
      ? readMyst(text, frontMatter)
      : readAsPandoc(text, frontMatter, dialectName, previous && change && { previous, change })
  const interpretation = lazy(() => interpret(text, reading, frontMatter, dialect))
  const prose = lazy(() => maskAddresses(maskProse(text, reading.nonProse)))
  const problems = lazy(() => [...frontMatter.problems, ...reading.problems])
  const manuscript = {
    text,
    dialect: dialectName,
    frontMatter,
    get prose() {
      return prose()
    },
    get problems() {
      return problems()
    },
  }
  for (const list of READ) define(manuscript, list, () => reading[list])
  for (const list of INTERPRETED) define(manuscript, list, () => interpretation()[list])
  const complete = manuscript as unknown as Manuscript
  READINGS.set(complete, reading)
  return complete
}

const READ = [
  ...(['blocks', 'attributes', 'links', 'images', 'linkDefinitions', 'footnotes', 'code', 'math'] as const),
  ...(['rawTex', 'comments', 'roles', 'directives', 'nonProse'] as const),
] satisfies (keyof Reading)[]

/** What the dialect makes of the reading comes in place of what the grammar gave. */
const INTERPRETED = ['labels', 'aliases', 'crossReferences', 'citations', 'headings'] satisfies (keyof Interpretation)[]

/** A property that is worked out when it is first asked for. */
function define(target: object, name: string, get: () => unknown): void {
  Object.defineProperty(target, name, { get, enumerable: true })
}

/** The reading that each manuscript was made of. */
const READINGS = new WeakMap<Manuscript, Reading>()

function readAsPandoc(
  text: string,
  frontMatter: FrontMatter,
  dialectName: DialectName,
  earlier: { readonly previous: Manuscript; readonly change: Change } | undefined,
): PandocReading {
  const { chunks, bareUris, backslashMath } = DIALECTS[dialectName].extensions
  const options = { bareUris, backslashMath, executableChunks: chunks }
  const reading = earlier && (READINGS.get(earlier.previous) as PandocReading | undefined)
  return readPandoc(text, frontMatter, options, reading && { state: reading.state, change: earlier.change })
}

/** The front matter is read again only where the change may concern it. */
function frontMatterAfter({ text: old, frontMatter }: Manuscript, text: string, { start }: Change): FrontMatter {
  const end = frontMatter.span?.end
  const untouched = end === undefined ? start >= 3 && !old.startsWith('---') : start > end
  return untouched ? frontMatter : readFrontMatter(text)
}
