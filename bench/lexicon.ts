import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { globSync } from 'tinyglobby'
import { unified } from 'unified'
import { loadIndex, writeIndex } from '../src/lexicon/binary-index.ts'
import { compileLexicon } from '../src/lexicon/compile-lexicon.ts'
import type { Concept, Lexicon, PackSource } from '../src/lexicon/concept.ts'
import { mentionsAgain } from '../src/lexicon/mentions-again.ts'
import { readPack } from '../src/lexicon/read-pack.ts'
import { readManuscript } from '../src/manuscript/read-manuscript.ts'
import { type Bench, byTurns, median, milliseconds, peer, ratio } from './support/bench.ts'
import { manuscript, published } from './support/manuscripts.ts'

const NONE: ReadonlyMap<string, string> = new Map()
const ROUNDS = 5
/** An automaton of more forms than this takes gigabytes, and V8 runs out of memory over a regular expression. */
const MOST_FOR_PEERS = 100_000

/** Matching a megabyte of text against lexicons of growing size, beside one regular expression and an automaton. */
const lexicon: Bench = async () => {
  const shipped = readPack(readFileSync('data/packs/meseure-2014.json', 'utf8'), 'meseure-2014.json')
  const { AhoCorasick } = await peer<{ AhoCorasick: new (forms: string[]) => Automaton }>('@monyone/aho-corasick')
  const matching: (string | number)[][] = []
  const building: (string | number)[][] = []
  let slowest = 0
  let smallest = 0
  for (const size of [0, 10_000, 100_000, 1_000_000]) {
    const concepts = size === 0 ? shipped.concepts : invented(size, shipped.source)
    const forms = concepts.flatMap(concept => concept.surfaceForms.map(({ text }) => text))
    const text = textWith(forms, 1 << 20)
    const packs = [{ source: shipped.source, concepts }]

    const buildStart = performance.now()
    const bytes = writeIndex(packs)
    const build = performance.now() - buildStart
    const loads = Array.from({ length: ROUNDS }, () => {
      const start = performance.now()
      load(bytes)
      return performance.now() - start
    })
    const { mentionsIn } = load(bytes)
    building.push([
      forms.length.toLocaleString('en'),
      milliseconds(build),
      milliseconds(median(loads)),
      ratio(build, median(loads)),
      `${(bytes.length / 2 ** 20).toFixed(1)} MB`,
      (bytes.length / forms.length).toFixed(0),
    ])

    const runs: Record<string, () => unknown> = {
      stroma: () => mentionsIn(text, NONE),
      words: () => wordsOf(text),
    }
    // Of more forms, several expressions are needed; one of them is timed.
    const expressions = Math.ceil(forms.length / MOST_FOR_PEERS)
    const alternatives = [...new Set(forms.slice(0, MOST_FOR_PEERS))].sort((a, b) => b.length - a.length).map(quoted)
    const expression = new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'gi')
    runs.regexp = () => [...text.matchAll(expression)].length
    if (expressions === 1) {
      const automaton = new AhoCorasick(forms)
      runs.automaton = () => automaton.matchInText(text).length
    }
    const times = await byTurns(ROUNDS, runs)
    times.regexp = times.regexp!.map(time => time * expressions)
    const speed = (name: string) => (times[name] ? 1000 / median(times[name]) : undefined)
    const own = speed('stroma')!
    if (size === 0) smallest = own
    slowest = own
    matching.push([
      forms.length.toLocaleString('en'),
      own.toFixed(1),
      mentionsIn(text, NONE).length.toLocaleString('en'),
      speed('words')!.toFixed(1),
      ratio(own, speed('words')!),
      speed('regexp')!.toPrecision(2),
      ratio(own, speed('regexp')!),
      speed('automaton')?.toFixed(1) ?? '–',
      speed('automaton') ? ratio(own, speed('automaton')!) : '–',
    ])
  }
  return [
    {
      caption: `A megabyte of text, MB/s; at 1 000 000 forms ${(slowest / smallest).toFixed(2)} of the speed at the shipped pack.`,
      columns: [
        'forms',
        'Stroma',
        'mentions',
        'words alone, by matchAll',
        'Stroma / words',
        'RegExp of up to 100,000 forms, as many as are needed',
        'Stroma / RegExp',
        '@monyone/aho-corasick',
        'Stroma / automaton',
      ],
      rows: matching,
    },
    {
      caption: 'Building an index from concepts, and loading it from bytes in memory.',
      columns: ['forms', 'build', 'load', 'build / load', 'index', 'bytes a form, concepts included'],
      rows: building,
    },
    await besideParsing(compileLexicon([shipped])),
  ]
}

/** The control: what going over the words of a text costs without looking any of them up. */
function wordsOf(text: string): number {
  let length = 0
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) length += word.length
  return length
}

interface Automaton {
  matchInText(text: string): readonly unknown[]
}

function load(bytes: Uint8Array): Lexicon {
  const loaded = loadIndex(bytes)
  if ('failure' in loaded) throw new Error(loaded.failure)
  return loaded.lexicon
}

/** Manuscripts of 10 000 words: their terms, and remark-parse reading them with the extensions of manuscripts. */
async function besideParsing(lexicon: Lexicon) {
  const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath)
  const again = mentionsAgain()
  const measured = async (kind: string, text: string) => {
    const { prose } = readManuscript(text, 'pandoc')
    const written = afterKeys(prose, 2 * TURNS)
    let key = 0
    again(lexicon, prose, NONE)
    const times = await byTurns(TURNS, {
      match: () => lexicon.mentionsIn(prose, NONE),
      key: () => again(lexicon, written[key++]!, NONE),
      parse: () => processor.parse(text),
    })
    const [match, afterKey, parse] = [median(times.match), median(times.key), median(times.parse)]
    const mentions = lexicon.mentionsIn(prose, NONE).length
    const row = [
      kind,
      String(wordCount(text)),
      String(mentions),
      milliseconds(parse),
      milliseconds(match),
      ratio(parse, match),
      milliseconds(afterKey),
      ratio(parse, afterKey),
    ]
    return { row, times: parse / match }
  }
  const rows: string[][] = []
  for (const [kind, text] of [
    ['with the markup of published ones, a term in every tenth word', published(manuscript(84_000, 400, 7))],
    ['with citations, tables and lists, a term in every tenth word', manuscript(84_000, 400, 7)],
    ['without any markup, a term in every eighth word', textWith(LONG_FORMS, 65_000)],
  ] as const) {
    rows.push((await measured(kind, text)).row)
  }
  const others: Awaited<ReturnType<typeof measured>>[] = []
  for (const { path, text } of manuscriptsOfOthers())
    others.push(await measured(`written by others, ${path.split('/')[0]}`, text))
  rows.push(...others.sort((a, b) => a.times - b.times).map(({ row }) => row))
  return {
    caption:
      'Manuscripts of 10 000 words, the shipped pack: all of it matched, and again after a key in one paragraph.',
    columns: [
      '',
      'words',
      'mentions',
      'remark-parse',
      'matching',
      'parse / match',
      'after a key',
      'parse / after a key',
    ],
    rows,
  }
}

/** The manuscripts of about 10 000 words in a corpus beside the repository, if it is there. */
function manuscriptsOfOthers(): { path: string; text: string }[] {
  if (!existsSync(CORPUS)) return []
  return globSync('**/*.{md,qmd,Rmd}', { cwd: CORPUS })
    .map(path => ({ path, text: readFileSync(join(CORPUS, path), 'utf8') }))
    .filter(({ text }) => wordCount(text) > 9_000 && wordCount(text) < 12_000)
}

const CORPUS = '../shared/corpus'
const wordCount = (text: string): number => text.split(/\s+/).length
const LONG_FORMS = ['circulating tumor cells', 'extracellular matrix', 'anoikis', 'metastatic niche']

const TURNS = 25

/** A prose after one key more each time, at many places; flat strings, as an editor hands them over. */
function afterKeys(prose: string, keys: number): string[] {
  let text = prose
  return Array.from({ length: keys }, (_, key) => {
    const place = text.indexOf(' ', Math.floor((text.length * ((key * 37) % 97)) / 100))
    text = Buffer.from(`${text.slice(0, place)}s${text.slice(place)}`).toString()
    return text
  })
}

const SYLLABLES = 'an bo car den ex fi glo hem in kel lym mes neph oste pro quin ri sar tro ul vas xen yl zon'.split(
  ' ',
)

/** Numbers that look random and are the same in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % below
  }
}

function invented(count: number, pack: PackSource): Concept[] {
  const next = generator(7)
  const word = () => Array.from({ length: 3 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join('')
  const different = new Set<string>()
  while (different.size < Math.max(2000, count / 8)) different.add(word())
  const words = [...different]
  return Array.from({ length: count }, (_, number) => {
    const text = Array.from({ length: 1 + next(3) }, () => words[next(words.length)]).join(next(6) === 0 ? '-' : ' ')
    return {
      id: `X:${number}`,
      label: `${text} ${number % 97}`,
      category: 'concept',
      statements: [],
      relations: [],
      surfaceForms: [
        { text: number % 3 === 0 ? text : `${text} ${words[next(words.length)]}`, kind: 'preferred' as const },
      ],
      identifiers: [],
      pack,
    }
  })
}

/** Prose of a length in which every eighth word or so begins a form, one in four of these in the plural. */
function textWith(forms: readonly string[], length: number): string {
  const next = generator(11)
  const filler =
    'the of and in to with by was were from that which these cells showed after during between results data'.split(' ')
  const parts: string[] = []
  let size = 0
  for (let count = 0; size < length; count++) {
    const piece =
      next(8) === 0 ? `${forms[next(forms.length)]}${next(4) === 0 ? 's' : ''}` : filler[next(filler.length)]!
    parts.push(count % 90 === 89 ? `${piece}.\n\n` : count % 13 === 12 ? `${piece}. ` : `${piece} `)
    size += piece.length + 1
  }
  return parts.join('')
}

const quoted = (form: string): string => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

export default lexicon
