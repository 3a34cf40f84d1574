import type { DialectName } from '../src/manuscript/manuscript.ts'
import { readManuscript } from '../src/manuscript/read-manuscript.ts'
import { HOSTILE_PIECES } from '../test/support/hostile-texts.ts'
import { type Bench, median, milliseconds, ratio } from './support/bench.ts'
import { manuscript } from './support/manuscripts.ts'

const SIZE = 100_000

/** Texts made to be slow: how long reading them takes, and how much longer than an ordinary manuscript of the same size. */
const hostile: Bench = async () => {
  const ordinary = manuscript(SIZE, 400, 7).slice(0, SIZE)
  const usual = { pandoc: time(ordinary, 'pandoc'), myst: time(ordinary, 'myst') }
  const rows = HOSTILE_PIECES.map(piece => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)
    const [half, whole] = [time(text.slice(0, SIZE / 2), 'pandoc'), time(text, 'pandoc')]
    const myst = time(text, 'myst')
    return [
      `\`${JSON.stringify(piece).slice(1, -1).replaceAll('|', '\\|').replaceAll('`', 'ˋ')}\``,
      milliseconds(whole),
      ratio(whole, usual.pandoc),
      ratio(whole, half),
      milliseconds(myst),
      ratio(myst, usual.myst),
    ]
  })
  return [
    {
      caption: `One piece again and again, ${SIZE / 1000} kB, read with all lists. An ordinary manuscript of that size takes ${milliseconds(usual.pandoc)} as Pandoc and ${milliseconds(usual.myst)} as MyST. The growth is against half of the text.`,
      columns: ['piece', 'Pandoc', 'of ordinary', 'growth', 'MyST', 'of ordinary'],
      rows: [
        ['(ordinary)', milliseconds(usual.pandoc), ratio(1, 1), '', milliseconds(usual.myst), ratio(1, 1)],
        ...rows,
      ],
    },
  ]
}

export default hostile

/** Milliseconds of reading a text and asking for all that it says; the middle of three. */
function time(text: string, dialect: DialectName): number {
  const times = [0, 1, 2].map(() => {
    const began = performance.now()
    for (const value of Object.values(readManuscript(text, dialect)))
      if (value === undefined) throw new Error('missing')
    return performance.now() - began
  })
  return median(times)
}
