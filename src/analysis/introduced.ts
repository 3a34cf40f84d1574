import { abbreviationsIn } from '../manuscript/abbreviations.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { type ScopedBlock, scopesOf } from '../manuscript/scopes.ts'
import { memoByObject } from '../text/memo.ts'
import { shortFormsIn, singularOf } from './short-forms.ts'

/** Short forms that brackets begin with, “(WGS, 12 patients)”, or that end what they begin with, “(chl a/b LHC; …)”. */
const IN_BRACKETS = /[([]([^()[\]]{2,30})(?=[)\]])|[([]([^()[\],;:]{2,30})(?=[,;:])/gu
/** “hereafter KA”, “referred to as DO”. */
const NAMED =
  /\b(?:hereafter|henceforth|abbreviated|termed|called|designated|to as)(?: as)?,?\s+[*_“"]*([\p{L}\p{N}/-]+)/gu
/** A short form that its own first letter follows in brackets. */
const BEFORE_BRACKETS =
  /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}\p{N}-]*\p{Lu}s?)[*_]*(?:\s\p{Ll}+)?\s+\\?[([](?:the\s+)?(\p{L})\p{L}+/gu

/**
 * The short forms that a manuscript says the meaning of in a way of its own, besides those it defines by their letters:
 * “thiazides and thiazide-like diuretics (THZ)”, an entry of a glossary, a column of a table beside another.
 */
export const introducedIn = memoByObject((manuscript: Manuscript): ReadonlySet<string> => {
  const blocks = scopesOf(manuscript)
  return new Set([
    ...blocks.flatMap(({ passage }) => inBrackets(passage)),
    ...blocks.flatMap((block, index) => inCell(block, blocks[index - 1], blocks[index + 1])),
  ])
})

const inBrackets = memoByObject(({ prose }: Passage): readonly string[] => [
  ...[...prose.matchAll(IN_BRACKETS)].flatMap(([, whole, first]) => {
    const inner = (whole ?? first)!.trim()
    if (isListOfShortForms(inner)) return shortFormsIn(inner).map(({ name }) => name)
    const words = inner.split(/\s+/)
    return words.length < 4 ? shortFormsIn(words.at(-1)!).map(({ name }) => name) : []
  }),
  ...[...prose.matchAll(NAMED)].map(([, short]) => singularOf(short!)),
  ...[...prose.matchAll(BEFORE_BRACKETS)].flatMap(([, short, letter]) =>
    short!.charAt(0).toLowerCase() === letter!.toLowerCase() ? [singularOf(short!)] : [],
  ),
])

const isListOfShortForms = (inner: string): boolean =>
  inner
    .split(/[\s,;&*_"“”\\]+/)
    .every(
      word => word === '' || /^(?:and|or)$/.test(word) || (/^[\p{L}\p{N}/-]*$/u.test(word) && /\p{Lu}/u.test(word)),
    )

/** The short form that fills a cell or a term of a list, if what it stands for is beside it. */
function inCell({ scope, kind, prose }: ScopedBlock, before?: ScopedBlock, after?: ScopedBlock): readonly string[] {
  if (kind !== 'cell' && kind !== 'definition-term') return []
  const short = prose.replace(/[*_|]/g, '').trim()
  if (!/^\p{Lu}[\p{L}\p{N}/-]*$/u.test(short)) return []
  const isSaid =
    kind === 'definition-term' ||
    scope === 'back' ||
    [before, after].some(
      beside => beside?.kind === 'cell' && abbreviationsIn(`${beside.prose.trim()} (${short})`).length > 0,
    )
  return isSaid ? [singularOf(short)] : []
}
