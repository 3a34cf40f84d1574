import { abbreviationsIn } from '../manuscript/abbreviations.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { type ScopedBlock, scopesOf } from '../manuscript/scopes.ts'
import { memoByObject } from '../text/memo.ts'
import { shortFormsIn, singularOf } from './short-forms.ts'

/** What brackets hold: all of it, “(DR, DQ and DP)”, up to the first mark, “(WGS, 12 patients)”, and after the last, “(EC 1.15.1.1; SOD)”. */
const WHOLE = /[([]([^()[\]]{2,30})(?=[)\]])/g
const OPENING = /[([]([^()[\],;:]{2,30})(?=[()\],;:])/g
const CLOSING = /;\s([^()[\];]{2,30})(?=[)\]])/g
/** “hereafter KA”, “referred to as DO”. */
const NAMED =
  /\b(?:hereafter|henceforth|abbreviated|termed|called|designated|to as)(?: as)?,?\s+[*_“"]*([\p{L}\p{N}/-]+)/gu
/** A short form that many words in brackets follow, or its own first letter. */
const BEFORE_WORDS =
  /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}\p{N}-]*\p{Lu}s?)[*_]*\s\\?[([](?!see |e\.g|i\.e|but |not |data |from |by )\p{Ll}[\p{L}\d ,'′-]{20,}/gu
const BEFORE_BRACKETS =
  /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}\p{N}-]*\p{Lu}s?)[*_]*(?:\s\p{Ll}+)?\s+\\?[([](?:the\s+)?(\p{L})\p{Ll}+/gu

/**
 * The short forms that a manuscript says the meaning of in a way of its own, besides those it defines by their letters:
 * “thiazides and thiazide-like diuretics (THZ)”, an entry of a glossary, a column of a table beside another. What is not
 * read as prose is looked at as well, such as exercises in chunks and the texts of links.
 */
export const introducedIn = memoByObject((manuscript: Manuscript): ReadonlySet<string> => {
  const { text } = manuscript
  const blocks = scopesOf(manuscript)
  return new Set([
    ...[...text.matchAll(WHOLE), ...text.matchAll(OPENING), ...text.matchAll(CLOSING)].flatMap(([, part]) =>
      shortFormsAlone(part!),
    ),
    ...[...text.matchAll(NAMED)].map(([, short]) => singularOf(short!)),
    ...[...text.matchAll(BEFORE_WORDS)].map(([, short]) => singularOf(short!)),
    ...[...text.matchAll(BEFORE_BRACKETS)].flatMap(([, short, letter]) =>
      short!.charAt(0).toLowerCase() === letter!.toLowerCase() ? [singularOf(short!)] : [],
    ),
    ...blocks.flatMap((block, index) => inCell(block, blocks[index - 1], blocks[index + 1])),
  ])
})

/** The short forms in a part of what brackets hold that is made up of them or is short: “chl a/b LHC”, “RBC group”. */
function shortFormsAlone(part: string): readonly string[] {
  if (isListOfShortForms(part)) return shortFormsIn(part).map(({ name }) => name)
  // “(HOMA-IR and HOMA %S)”
  const [, first] = /^(\S+)\s+(?:and|or)\s/.exec(part) ?? []
  if (first && isListOfShortForms(first)) return shortFormsIn(first).map(({ name }) => name)
  const isShort = part.trim().split(/\s+/).length < 5 && !/[,;:=<>%]/.test(part)
  return isShort ? shortFormsIn(part).map(({ name }) => name) : []
}

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
