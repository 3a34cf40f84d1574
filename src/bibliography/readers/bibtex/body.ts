import { reportBareValue } from './bare-value.ts'
import { BACKSLASH, type Cursor, isBlank, lineEnd, type Report, shorten } from './cursor.ts'

/** Called for each field, with the places of its name and of its value (braces, quotes and `#` included). */
export type FieldVisitor = (nameStart: number, nameEnd: number, valueStart: number, valueEnd: number) => void

/** Characters that end the name of a field, and those that end a value without delimiters. */
const NAME_END = stops('={}",#%()@\\')
const WORD_END = stops('={}",#%()')
const FIELD = /[\r\n][ \t]*[A-Za-z][\w:+-]*[ \t]*=[ \t]*["{\w]/
const RESUME = /[,\r\n]\s*(?=[A-Za-z][\w:+-]*\s*=)|(?<!\\)[{}]/g
const CONFLICT = /(?:<{7}|={7}|>{7}|\|{7})[^\r\n]*/y
const UNCLOSED = -1

const OPEN = 123
const QUOTE = 34
const HASH = 35
const COMMA = 44
const EQUALS = 61

/** How far an unclosed value may run over what looks like the next entry before it is given up. */
const FARTHEST = 16_384

/** How many braces may stand open in what is passed over: more are never closed, and are not waited for. */
const DEEPEST = 20

/**
 * Reads the fields of an entry from `start` to `close`, over whatever is broken, and gives the position after the entry.
 * An entry that is never closed ends where the next one begins.
 */
export function readBody(cursor: Cursor, start: number, close: string, visit: FieldVisitor, report: Report): number {
  const { text } = cursor
  let position = start
  for (;;) {
    position = skipFiller(cursor, position)
    const character = text[position]
    if (character === close) {
      const next = afterSurplusBrace(cursor, position, report)
      if (next < 0) return position + 1
      position = next
    } else if (character === ',') {
      report('There are two commas in a row. Delete one.', position, position + 1)
      position++
    } else if (character === undefined || cursor.nextEntry(position) === position) {
      const end = trimEnd(text, start, position)
      report(`This entry is not closed: put “${close}” after this place.`, end - 1, end)
      return end
    } else {
      const next = readField(cursor, position, close, visit, report)
      if (next < 0) return -next
      position = next
    }
  }
}

/** One field; gives where to read on, or, negative, the end of the entry. */
function readField(cursor: Cursor, position: number, close: string, visit: FieldVisitor, report: Report): number {
  const { text } = cursor
  const nameEnd = endOf(NAME_END, text, position)
  const equals = cursor.skipSpace(nameEnd)
  if (nameEnd === position || text.charCodeAt(equals) !== EQUALS) {
    const name = text.slice(position, nameEnd)
    const what = name
      ? `“${shorten(name)}” is followed by no “=”`
      : `“${text[position]}” stands where a field should begin`
    return resume(
      cursor,
      Math.max(position, nameEnd),
      `${what}. Write fields as name = {value}, with a comma between.`,
      report,
    )
  }
  const valueStart = afterSurplusEquals(cursor, position, nameEnd, cursor.skipSpace(equals + 1), report)
  const valueEnd = readValue(cursor, valueStart)
  const after = valueEnd < 0 ? valueEnd : cursor.skipSpace(valueEnd)
  if (text.charCodeAt(after) === COMMA || text[after] === close) {
    reportBareValue(text, position, nameEnd, valueStart, valueEnd, report)
    visit(position, nameEnd, valueStart, valueEnd)
    return text[after] === close ? after : after + 1
  }

  const name = text.slice(position, nameEnd)
  const limit = valueEnd < 0 ? cursor.nextEntry(valueStart) : valueEnd
  const delimiter = text[valueStart] === '"' ? 'quotation mark' : 'brace'
  const unclosed = `The ${delimiter} that opens the value of “${shorten(name)}” is not closed. Close it before the next field.`
  const swallowed = text.slice(valueStart, Math.min(limit, valueStart + 4 * FARTHEST)).search(FIELD)
  if (swallowed > 0) {
    report(unclosed, valueStart, valueStart + 1)
    visit(position, nameEnd, valueStart, trimEnd(text, valueStart, valueStart + swallowed))
    cursor.rewind()
    return valueStart + swallowed
  }
  if (valueEnd < 0) {
    report(unclosed, valueStart, valueStart + 1)
    visit(position, nameEnd, valueStart, trimEnd(text, valueStart, limit))
    return -trimEnd(text, valueStart, limit)
  }
  const opened = text.charCodeAt(valueStart) === QUOTE ? beforeField(text, valueStart, valueEnd) : -1
  if (opened > 0) {
    report(unclosed, valueStart, valueStart + 1)
    visit(position, nameEnd, valueStart, trimEnd(text, valueStart, opened))
    return opened
  }
  const ownLine = /[\r\n]\s*\}$/.test(text.slice(Math.max(valueStart, valueEnd - 80), valueEnd))
  visit(position, nameEnd, valueStart, valueEnd)
  if (after >= text.length || cursor.nextEntry(after) === after) {
    if (ownLine) report(unclosed, valueStart, valueStart + 1)
    else report(`This entry is not closed: put “${close}” after its last field.`, valueEnd - 1, valueEnd)
    return -valueEnd
  }
  const nextName = endOf(NAME_END, text, after)
  if (nextName > after && text[cursor.skipSpace(nextName)] === '=') {
    const other = shorten(text.slice(after, nextName))
    report(`A comma is missing between “${shorten(name)}” and “${other}”. Put one here.`, valueEnd - 1, valueEnd)
    return after
  }
  CONFLICT.lastIndex = after
  if (CONFLICT.test(text)) return after
  if (text.charCodeAt(after) === QUOTE)
    return resume(
      cursor,
      after,
      `A quotation mark too many stands after the value of “${shorten(name)}”. Delete it.`,
      report,
    )
  if (text.charCodeAt(valueStart) === QUOTE) {
    const end = closeQuote(cursor, valueStart + 1) - 1
    const message = `This quotation mark ends the value of “${shorten(name)}”, and text goes on after it. Close the value where it should end, or put it in braces.`
    return resume(cursor, Math.max(end, valueStart), message, report)
  }
  return resume(cursor, after, `After the value of “${shorten(name)}” there should be a comma or “${close}”.`, report)
}

/** Where the name stands in a value in quotation marks that ends with `, name = "`: its last mark opens the next value. */
function beforeField(text: string, start: number, end: number): number {
  const from = Math.max(start + 1, end - 80)
  const found = OPENS_NEXT.exec(text.slice(from, end))
  return found ? from + found.index + found[0].indexOf(found[1]!) : -1
}

const OPENS_NEXT = /,\s*([A-Za-z][\w:+-]*)\s*=\s*"$/

/** Where a value begins of which more than one “=” says that it does. */
function afterSurplusEquals(cursor: Cursor, nameStart: number, nameEnd: number, start: number, report: Report): number {
  const { text } = cursor
  CONFLICT.lastIndex = start
  if (text.charCodeAt(start) !== EQUALS || CONFLICT.test(text)) return start
  report(`There is more than one “=” after “${shorten(text.slice(nameStart, nameEnd))}”. Keep one.`, start, start + 1)
  let position = start
  while (text.charCodeAt(position) === EQUALS) position = cursor.skipSpace(position + 1)
  return position
}

/** The end of a value: words, numbers, `{…}` and `"…"`, joined by `#`; negative when it is never closed. */
function readValue(cursor: Cursor, start: number): number {
  const { text } = cursor
  let position = start
  for (;;) {
    const code = text.charCodeAt(position)
    const end =
      code === OPEN
        ? closeBrace(cursor, position + 1)
        : code === QUOTE
          ? closeQuote(cursor, position + 1)
          : endOf(WORD_END, text, position)
    if (end < 0) {
      cursor.rewind()
      return UNCLOSED
    }
    const after = cursor.skipSpace(end)
    if (text.charCodeAt(after) !== HASH) return end
    position = cursor.skipSpace(after + 1)
  }
}

/** The position after the brace that closes; a brace after a backslash is text, as Pandoc has it. */
function closeBrace(cursor: Cursor, start: number): number {
  const { text } = cursor
  const border = cursor.nextEntry(start)
  const farthest = start + cursor.allowance()
  let limit = farthest
  let depth = 1
  let position = start
  for (;;) {
    const close = text.indexOf('}', position)
    if (close > border && limit === farthest) {
      limit = FIELD.test(text.slice(start, border)) ? border : Math.min(farthest, border + FARTHEST)
    }
    if (close < 0 || close > limit) break
    for (let open = cursor.nextOpen(position); open < close; open = cursor.nextOpen(open + 1)) depth++
    if (text.charCodeAt(close - 1) !== BACKSLASH) depth--
    if (depth === 0) {
      if (close < border || mayFollow(cursor, close + 1)) return close + 1
      break
    }
    position = close + 1
  }
  cursor.spend(position - start + 100)
  return UNCLOSED
}

/** Whether what follows a value goes on with the entry. */
const mayFollow = (cursor: Cursor, position: number): boolean =>
  ',}#'.includes(cursor.text[cursor.skipSpace(position)] ?? ' ')

/** The position after the quotation mark that closes; inside braces it is text. */
function closeQuote(cursor: Cursor, start: number): number {
  const { text } = cursor
  const border = cursor.nextEntry(start)
  let depth = 0
  for (let position = start; position < text.length; position++) {
    const character = text[position]
    if (character === '\\') position++
    else if (character === '{') depth++
    else if (character === '}') {
      if (depth === 0) return UNCLOSED
      depth--
    } else if (character === '"' && depth === 0) return position + 1
    if (position >= border) return UNCLOSED
  }
  return UNCLOSED
}

/** After something unreadable: reports it and finds the next field or the end of the entry, over braces that belong together. */
function resume(cursor: Cursor, position: number, message: string, report: Report): number {
  const { text } = cursor
  const limit = Math.min(cursor.nextEntry(position), position + FARTHEST)
  report(message, position, Math.min(position + 1, text.length))
  let depth = 0
  let inside = -1
  for (const { 0: found, index } of text.slice(position, limit).matchAll(RESUME)) {
    if (found === '{') {
      if (++depth > DEEPEST) break
    } else if (found === '}' && depth > 0) depth--
    else if (found === '}') return position + index
    else if (depth === 0) return position + index + found.length
    else if (inside < 0) inside = position + index + found.length
  }
  return depth > 0 && inside >= 0 ? inside : -trimEnd(text, position, limit)
}

/** White space, comments to the end of the line and the markers of a merge conflict. */
function skipFiller(cursor: Cursor, start: number): number {
  const { text } = cursor
  let position = cursor.skipSpace(start)
  for (;;) {
    const character = text[position]
    if (character === '%') position = lineEnd(text, position)
    else if (character === '<' || character === '=' || character === '>' || character === '|') {
      CONFLICT.lastIndex = position
      if (!CONFLICT.test(text)) return position
      position = CONFLICT.lastIndex
    } else return position
    position = cursor.skipSpace(position)
  }
}

/** When a brace closes the entry but fields go on after it: where they do; else negative. */
function afterSurplusBrace(cursor: Cursor, close: number, report: Report): number {
  const { text } = cursor
  const comma = cursor.skipSpace(close + 1)
  if (text[comma] !== ',') return -1
  const name = cursor.skipSpace(comma + 1)
  const nameEnd = endOf(NAME_END, text, name)
  if (nameEnd === name || text[cursor.skipSpace(nameEnd)] !== '=') return -1
  report(
    'There is one closing brace too many: it ends the entry, and the fields after it are lost. Delete it.',
    close,
    close + 1,
  )
  return comma + 1
}

/** The first place at or after `position` with a blank or one of the characters. */
function endOf(ends: Uint8Array, text: string, position: number): number {
  for (let at = position; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 ? ends[code] === 1 : isBlank(code)) return at
  }
  return text.length
}

function stops(characters: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of ` \t\n\v\f\r${characters}`) table[character.charCodeAt(0)] = 1
  return table
}

function trimEnd(text: string, least: number, position: number): number {
  let end = position
  while (end > least && /[\s,]/.test(text[end - 1]!)) end--
  return end
}
