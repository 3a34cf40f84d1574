import { characterWidth, wordWidth } from '../characters.ts'
import { runLength, skipBlanks } from '../scan.ts'
import abbreviations from './abbreviations.json' with { type: 'json' }
import { readAutolink, readBareUri } from './autolink.ts'
import { readBracket, readImage } from './bracket.ts'
import { readNarrativeCitation } from './citation.ts'
import { readCode } from './code.ts'
import { readEmphasis } from './emphasis.ts'
import { readEntity, readEscape } from './escape.ts'
import { readHtml, readHtmlSpan, standsBeforeBlockTag } from './html.ts'
import { readLineEnd } from './line-end.ts'
import { readBackslashMath, readMath } from './math.ts'
import { readInlineNote } from './note.ts'
import { readQuoted } from './quoted.ts'
import { endWord, type InlineReader, NO_LINKS } from './reader.ts'
import { readRaised, readStruck } from './script.ts'
import { readRawTex, startsTexBlock } from './tex.ts'

/** Any one inline, tried in Pandoc's order; -1 where a paragraph must end. */
export function readInline(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text } = reader
  const code = text.charCodeAt(index)
  if (code === 32 || code === 9) return readBlanks(reader, index, limit, flags)
  if (code === 10) return readLineEnd(reader, index, limit, flags)
  const special = readSpecial(reader, code, index, limit, flags)
  if (special >= 0) return special
  if (reader.environment.options.bareUris && !(flags & NO_LINKS)) {
    const uri = readBareUri(reader, index, limit)
    if (uri >= 0) return uri
  }
  const word = readWord(reader, index, limit)
  if (word >= 0) return word
  if (code === 60) return -1
  if (code === 92 && startsTexBlock(reader, index, limit)) return -1
  return index + characterWidth(text, index)
}

function readSpecial(reader: InlineReader, code: number, index: number, limit: number, flags: number): number {
  switch (code) {
    case 33: // !
      return readImage(reader, index, limit, flags)
    case 34: // "
    case 39: // '
    case 0x91:
    case 0x93:
    case 0x2018:
    case 0x201c:
      return readQuoted(reader, index, limit, flags)
    case 36: // $
      return readMath(reader, index, limit)
    case 38: // &
      return readEntity(reader, index, limit)
    case 42: // *
    case 95: // _
      return readEmphasis(reader, index, limit, flags)
    case 45: // -
      return readDash(reader, index, limit, flags)
    case 46: // .
      return reader.text.startsWith('...', index) && index + 3 <= limit ? index + 3 : -1
    case 60: // <
      return readAngle(reader, index, limit, flags)
    case 64: // @
      return readAt(reader, index, limit, flags)
    case 91: // [
      return readBracket(reader, index, limit, flags)
    case 92: // \
      return readBackslash(reader, index, limit)
    case 94: {
      // ^
      const note = readInlineNote(reader, index, limit, flags)
      return note >= 0 ? note : readRaised(reader, index, limit, flags)
    }
    case 96: // `
      return readCode(reader, index, limit)
    case 126: {
      // ~
      const struck = readStruck(reader, index, limit, flags)
      return struck >= 0 ? struck : readRaised(reader, index, limit, flags)
    }
    default:
      return -1
  }
}

/** Two blanks before a line end belong to it. */
function readBlanks(reader: InlineReader, index: number, limit: number, flags: number): number {
  const end = skipBlanks(reader.text, index, limit)
  if (end - index < 2 || reader.text.charCodeAt(end) !== 10 || end >= limit) return end
  const after = readLineEnd(reader, end, limit, flags)
  return after < 0 ? end : after
}

/** Letters, numbers and single full stops. */
function readWord(reader: InlineReader, index: number, limit: number): number {
  const { text } = reader
  let end = index
  while (end < limit) {
    const width = wordWidth(text, end)
    if (width > 0) end += width
    else if (text.charCodeAt(end) === 46 && !(end + 1 < limit && text.charCodeAt(end + 1) === 46)) end++
    else break
  }
  if (end === index) return -1
  endWord(reader, end)
  return ABBREVIATIONS.has(text.slice(index, end)) ? blanksAfterAbbreviation(reader, end, limit) : end
}

/** Pandoc's own list (its data file `abbreviations`): the blank after one is a part of the word. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(abbreviations)

/** The blanks belong to an abbreviation unless a citation or a footnote follows. */
function blanksAfterAbbreviation({ text }: InlineReader, index: number, limit: number): number {
  const end = skipBlanks(text, index, limit)
  const follows = end < limit ? text.slice(end, end + 3) : '\n'
  return /^(?:\n|-?@|\[|\^\[)/.test(follows) ? index : end
}

function readDash(reader: InlineReader, index: number, limit: number, flags: number): number {
  const cited = readNarrativeCitation(reader, index, limit, flags)
  if (cited >= 0) return cited
  const dashes = Math.min(3, runLength(reader.text, index, limit))
  return dashes > 1 ? index + dashes : -1
}

function readAngle(reader: InlineReader, index: number, limit: number, flags: number): number {
  const link = flags & NO_LINKS ? -1 : readAutolink(reader, index, limit)
  if (link >= 0) return link
  const inSpan = readHtmlSpan(reader, index, limit, flags)
  if (inSpan >= 0) return inSpan
  const tag = readHtml(reader, index, limit)
  if (tag >= 0) return tag
  return standsBeforeBlockTag(reader, index, limit) ? -1 : index + 1
}

/** A citation, or `@` with what could be the label of an example. */
function readAt(reader: InlineReader, index: number, limit: number, flags: number): number {
  const cited = readNarrativeCitation(reader, index, limit, flags)
  return cited >= 0 ? cited : exampleLabelEnd(reader.text, index + 1, limit)
}

/** Letters and numbers, single `_` or `-` between them. */
export function exampleLabelEnd(text: string, index: number, limit: number): number {
  let end = index
  while (end < limit) {
    const joint = '_-'.includes(text.charAt(end)) && end + 1 < limit ? 1 : 0
    const width = wordWidth(text, end + joint)
    if (width === 0 || end + joint + width > limit) break
    end += joint + width
  }
  return end
}

function readBackslash(reader: InlineReader, index: number, limit: number): number {
  const { text } = reader
  const math = reader.environment.options.backslashMath ? readBackslashMath(reader, index, limit) : -1
  if (math >= 0) return math
  if (index + 1 < limit && text.charCodeAt(index + 1) === 10) return index + 1
  const escaped = readEscape(reader, index, limit)
  if (escaped >= 0) return escaped
  return readRawTex(reader, index, limit)
}
