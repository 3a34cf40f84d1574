import { type Mistake, type Pick, replaced } from './mistake.ts'

/** A word with two letters changed round, one left out, doubled, or another instead. */
function mistyped(word: string, pick: Pick): string | undefined {
  const letters = [...word.matchAll(/\p{L}/gu)].map(({ index }) => index).slice(1)
  if (letters.length < 4) return undefined
  const at = letters[pick(letters.length - 1)]!
  const ways = [
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    `${word.slice(0, at)}q${word.slice(at + 1)}`,
  ]
  const way = ways[pick(ways.length)]!
  return way === word ? undefined : way
}

const citekey: Mistake = {
  rule: 'unresolved-citation',
  name: 'a citekey mistyped by a letter or two',
  isOutsideProse: true,
  put: (text, pick) =>
    replaced(/(?<=[[;\s(]-?@)[A-Za-z][A-Za-z_-]*\d{2,4}[A-Za-z_]*(?![\w:/.-])/g, pick, text, ([key]) =>
      mistyped(key, pick),
    ),
}

const label: Mistake = {
  rule: 'unresolved-cross-reference',
  name: 'a label mistyped by a letter or two',
  isOutsideProse: true,
  put: (text, pick) =>
    replaced(
      /(?<=\\@ref\()(?:fig|tab):[\w-]{5,}(?=\))|(?<=[\s(])@(?:fig|tbl|sec|eq):[\w-]{4,}/g,
      pick,
      text,
      ([it]) => {
        const start = it.indexOf(':') + 1
        const wrong = mistyped(it.slice(start), pick)
        return wrong && it.slice(0, start) + wrong
      },
    ),
}

const footnote: Mistake = {
  rule: 'undefined-footnote',
  name: 'the label of a footnote mistyped',
  isOutsideProse: true,
  put: (text, pick) => replaced(/(?<=\S\[\^)[A-Za-z]\w{4,}(?=\](?!:))/g, pick, text, ([it]) => mistyped(it, pick)),
}

export const MISTAKES_IN_REFERENCES: readonly Mistake[] = [citekey, label, footnote]
