import { existsSync, readFileSync } from 'node:fs'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { globSync } from 'tinyglobby'
import { unified } from 'unified'
import type { Manuscript } from '../src/manuscript/manuscript.ts'
import { readManuscript } from '../src/manuscript/read-manuscript.ts'
import { type Bench, median, milliseconds, percentile, ratio } from './support/bench.ts'
import { manuscript, random } from './support/manuscripts.ts'

const SIZES = [10_000, 100_000, 1_000_000, 5_000_000]
const EDITS = 200
const ASKED = 40
const CORPUS = '../shared/corpus'

/**
 * A key pressed at a random place of a manuscript, to the reading of it finished: as it is kept, and with all of its lists
 * and its prose asked for. Half of the keys are letters, half open or close something. Beside it remark-parse, of all the text.
 */
const reading: Bench = async () => {
  const rows: string[][] = []
  const held: string[][] = []
  for (const size of SIZES) {
    for (const [kind, text] of [
      ['synthetic', manuscript(size, 400, 7)],
      ['real', realText(size)],
    ] as const) {
      if (!text) continue
      const full = timesOf(size > 1e6 ? 1 : 3, () => void remark.parse(text))
      const whole = timesOf(3, () => touch(readManuscript(text, 'pandoc')))
      const kept = keystrokes(text, EDITS, () => undefined)
      const asked = keystrokes(text, ASKED, touch)
      const peer = median(full)
      const tree = heldBy(text, each => remark.parse(each))
      const heldKept = heldBy(text, each => readManuscript(each, 'pandoc'))
      const heldAsked = heldBy(text, each => touched(readManuscript(each, 'pandoc')))
      const sizes = [tree, heldKept, heldAsked].map(bytes => `${(bytes / 2 ** 20).toFixed(1)} MB`)
      // Less than that is lost in what the engine itself takes and gives back.
      if (size >= 100_000)
        held.push([`${kind}, ${size / 1000} kB`, ...sizes, ratio(tree, heldKept), ratio(tree, heldAsked)])
      rows.push([
        `${kind}, ${size / 1000} kB`,
        milliseconds(peer),
        `${milliseconds(median(whole))} (${ratio(peer, median(whole))})`,
        ...[kept, asked].flatMap(times =>
          [50, 99].map(percent => {
            const time = percentile(times, percent)
            return `${milliseconds(time)} (${ratio(peer, time)})`
          }),
        ),
      ])
    }
  }
  return [
    {
      caption: `Keystroke to finished reading, ${EDITS} keys each (${ASKED} with all lists); in brackets how many times faster than remark-parse (gfm, frontmatter, math) of the whole text`,
      columns: [
        'manuscript',
        'remark-parse, all',
        'Stroma, all',
        'p50',
        'p99',
        'p50 with all lists',
        'p99 with all lists',
      ],
      rows,
    },
    {
      caption: 'Memory held after reading, the text itself left out: as it is kept, and with all lists and the prose.',
      columns: ['manuscript', 'remark-parse, tree', 'Stroma, kept', 'Stroma, all', 'tree / kept', 'tree / all'],
      rows: held,
    },
  ]
}

export default reading

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath)

const LETTERS = 'etaoin shrdlu. '.split('')
const MARKS = '[]()*_`@$#>-:|~"\'\\{}<!;\n'.split('')

/** Milliseconds of each key; it is typed, and half of the time taken back by the next. */
function keystrokes(start: string, keys: number, finish: (manuscript: Manuscript) => void): number[] {
  const next = random(11)
  const times: number[] = []
  let text = start
  let current = readManuscript(text, 'pandoc')
  finish(current)
  for (let key = 0; key < keys; key++) {
    const at = Math.floor(next() * text.length)
    const typed = next() < 0.5 ? LETTERS : MARKS
    const inserted = next() < 0.75 ? typed[Math.floor(next() * typed.length)]! : ''
    const changed = text.slice(0, at) + inserted + text.slice(inserted === '' ? at + 1 : at)
    // The editor's buffer gives the text in one piece.
    text = Buffer.from(changed).toString()
    const began = performance.now()
    current = readManuscript(text, 'pandoc', current)
    finish(current)
    times.push(performance.now() - began)
  }
  return times
}

function touched(read: Manuscript): Manuscript {
  touch(read)
  return read
}

/**
 * Bytes that what `make` gives of a text keeps from being collected, the text left out: the mean over a few texts, after
 * one that warms up. bench/run.js starts Node so that it can be asked to collect.
 */
function heldBy(text: string, make: (text: string) => unknown): number {
  const collect = (globalThis as { gc?: () => void }).gc
  if (!collect) throw new Error('Start Node with --expose-gc.')
  const texts = ['.', '..', '...', '....'].map(end => Buffer.from(text + end).toString())
  const inUse = (): number => {
    for (let round = 0; round < 4; round++) collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const kept: unknown[] = [make(texts[0]!)]
  const before = inUse()
  for (const another of texts.slice(1)) kept.push(make(another))
  const after = inUse()
  if (kept.length !== texts.length) throw new Error('Something was not kept.')
  return (after - before) / (texts.length - 1)
}

/** Asks for everything that a manuscript says. */
function touch(read: Manuscript): void {
  for (const value of Object.values(read)) if (value === undefined) throw new Error('A list is missing.')
}

function timesOf(rounds: number, run: () => void): number[] {
  run()
  return Array.from({ length: rounds }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  })
}

/** Manuscripts by other authors one after another, where there are any. */
function realText(size: number): string | undefined {
  if (!existsSync(CORPUS)) return undefined
  const texts = globSync('{manubot,bookdown,rmd,quarto-dlbcl}*/**/*.{md,Rmd,qmd}', { cwd: CORPUS, absolute: true })
    .sort()
    .map(file => readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
  let text = ''
  for (let index = 0; text.length < size; index++) text += `${texts[index % texts.length]}\n\n`
  return text.slice(0, size)
}
