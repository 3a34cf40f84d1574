import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS =
  'the of in and tumour cells circulating metastasis matrix fibroblasts adhesion vessel endothelial migration invasion response growth factor receptor expression patients treatment survival blood marrow niche platelets anoikis dormancy signal pathway epithelial mesenchymal transition secondary site colonisation'.split(
    ' ',
  )

/** A manuscript of about `size` characters that reads like one: sections, paragraphs, citations, figures, tables, maths, lists. */
export function manuscript(size: number, references: number, seed: number): string {
  const next = random(seed)
  const pick = (count: number): number => Math.floor(next() * count)
  const words = (count: number): string => Array.from({ length: count }, () => WORDS[pick(WORDS.length)]).join(' ')
  const sentence = (): string => {
    const text = words(8 + pick(14))
    const keys = Array.from({ length: 1 + pick(3) }, () => `@key${pick(references)}`).join('; ')
    return `${text[0]!.toUpperCase()}${text.slice(1)}${next() < 0.35 ? ` [${keys}]` : ''}.`
  }
  const paragraph = (): string => Array.from({ length: 3 + pick(5) }, sentence).join(' ')
  const parts = ['---\ntitle: Cells in flow\nbibliography: refs.bib\n---\n']
  let length = 0
  for (let number = 1; length < size; number++) {
    const kinds = [
      () => `## ${words(4)} {#sec:s${number}}\n\n${paragraph()}`,
      () => `${paragraph()} It is shown in @fig:f${number}.\n\n![${words(9)}](f${number}.png){#fig:f${number}}`,
      () => `- ${words(9)}\n- ${words(7)} [@key${pick(references)}]\n- *${words(3)}* ${words(6)}`,
      () => `| ${words(1)} | n |\n|---|--:|\n| ${words(2)} | ${pick(99)} |\n| ${words(2)} | ${pick(99)} |`,
      () => `${paragraph()}[^n${number}]\n\n[^n${number}]: ${sentence()}`,
      () => `${paragraph()} With $p_{${number}} = ${next().toFixed(3)}$ it holds.`,
    ]
    const part = `\n${(next() < 0.5 ? paragraph : kinds[pick(kinds.length)]!)()}\n`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/**
 * A manuscript with as many links, emphasised words and HTML tags besides as the median of eight published ones of about
 * 10 000 words has in as many words: 110, 92 and 86.
 */
export function published(text: string): string {
  const next = random(text.length)
  return text.replace(/(?<= )[a-z]{6,}(?= [a-z])/g, word => {
    const dice = next() * PLAIN_WORDS
    if (dice < 110) return `[${word}](https://example.org/${word}/${Math.floor(dice)})`
    if (dice < 202) return `*${word}*`
    return dice < 245 ? `${word}<sup>${Math.floor(dice) % 10}</sup>` : word
  })
}

/** So many words of a manuscript of 10 000 may be marked up. */
const PLAIN_WORDS = 6277

/** A BibTeX file of that many references, `key0` and on. */
export function bibliography(references: number): string {
  const next = random(references)
  const word = (): string => WORDS[Math.floor(next() * WORDS.length)]!
  return Array.from({ length: references }, (_, index) => {
    const title = `${word()} ${word()} ${word()} ${word()} ${word()} ${word()}`
    const author = `Smith${index % 997}, Ann and M{\\"u}ller, Jörg and Garc{\\'\\i}a, Luz`
    return `@article{key${index},\n  author = {${author}},\n  title = {{The} ${title}},\n  journal = {Journal of ${word()}},\n  year = ${1980 + (index % 45)},\n  volume = ${index % 90},\n  pages = {${index}--${index + 9}},\n  doi = {10.1000/${index}}\n}\n`
  }).join('\n')
}

/** Calls `use` with a temporary folder that holds these files, and removes it after. */
export async function inFolder<T>(files: ReadonlyMap<string, string>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'stroma-bench-'))
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
