import { groupItems, inTextItem, type MystItem } from './citations.ts'

/** What the scan of one block of text finds, at offsets in it. */
export interface Inlines {
  readonly citations: readonly MystCitation[]
  readonly roles: readonly MystRole[]
  readonly math: readonly { readonly start: number; readonly end: number; readonly marks: number }[]
}

export interface MystCitation {
  readonly start: number
  readonly end: number
  readonly mode: 'parenthetical' | 'narrative'
  readonly items: readonly MystItem[]
}

export interface MystRole {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly contentStart: number
  readonly contentEnd: number
}

/** A stretch that the Markdown parser has read: code, HTML and links are passed over, a citation may begin at a link. */
export interface Known {
  readonly start: number
  readonly end: number
  readonly kind: 'code' | 'html' | 'link' | 'image' | 'footnote'
}

/**
 * Finds citations, roles and maths in a block of text, in the order in which MyST's parser tries them: escapes, roles, code,
 * maths, then citations, then links. `known` is in order and does not overlap.
 */
export function scanInlines(text: string, known: readonly Known[]): Inlines {
  const found = { citations: [] as MystCitation[], roles: [] as MystRole[], math: [] as Inlines['math'][number][] }
  const { skips, inText } = opaque(text, known, found)
  const brackets = matchBrackets(text, skips, inText)
  const links = new Map(
    known
      .filter(({ kind }) => kind === 'link' || kind === 'image' || kind === 'footnote')
      .map(node => [node.start, node]),
  )

  for (let position = 0; position < text.length; ) {
    const skip = skips.get(position)
    if (skip !== undefined) {
      position = skip
      continue
    }
    const character = text[position]
    if (character === '[') {
      const close = brackets.get(position)
      const items = close === undefined ? undefined : groupItems(text, position, close)
      if (items) {
        found.citations.push({ start: position, end: close! + 1, mode: 'parenthetical', items })
        position = close! + 1
        continue
      }
    } else if (character === '@') {
      const item = inText.get(position)
      if (item) {
        found.citations.push({ start: position, end: item.after, mode: 'narrative', items: [item] })
        position = item.after
        continue
      }
    }
    position = links.get(position)?.end ?? position + 1
  }
  return found
}

/**
 * Where stretches that hold no citation begin and end: escapes, code, HTML, roles and maths; the latter two are noted. Citations
 * in the text are found on the way, since `@{ref}` before code is one and no role.
 */
function opaque(text: string, known: readonly Known[], found: { roles: MystRole[]; math: Inlines['math'][number][] }) {
  const skips = new Map<number, number>()
  const inText = new Map<number, NonNullable<ReturnType<typeof inTextItem>>>()
  const solid = new Map(
    known.filter(({ kind }) => kind === 'code' || kind === 'html').map(node => [node.start, node.end]),
  )
  let dollars = true
  for (let position = 0; position < text.length; ) {
    const start = position
    const character = text[position]
    const role = character === '{' ? roleAt(text, position, solid) : undefined
    const item = character === '@' ? inTextItem(text, position) : undefined
    if (item) {
      inText.set(position, item)
      position = item.after
      continue
    }
    if (role) {
      if (role.name) found.roles.push(role)
      position = role.end
    } else if (solid.has(position)) position = solid.get(position)!
    else if (character === '\\') position += /[!-/:-@[-`{-~]/.test(text[position + 1] ?? '') ? 2 : 1
    else if (character === '$' && dollars) {
      const math = mathAt(text, position)
      if (math) {
        found.math.push(math)
        position = math.end
      } else {
        dollars = text[position + 1] === '$'
        position++
      }
    } else position++
    if (position > start + 1) skips.set(start, position)
  }
  return { skips, inText }
}

/** `{name}` before a code span that the parser has read; the name is empty when it is none. */
function roleAt(text: string, start: number, solid: ReadonlyMap<number, number>): MystRole | undefined {
  const close = text.slice(start, start + 200).indexOf('}')
  const codeStart = start + close + 1
  const end = close < 0 || text[codeStart] !== '`' ? undefined : solid.get(codeStart)
  if (end === undefined) return undefined
  const name = /^\s*([\w:-]+)/.exec(text.slice(start + 1, codeStart - 1))?.[1] ?? ''
  let contentStart = codeStart
  while (text[contentStart] === '`') contentStart++
  return { name, start, end, contentStart, contentEnd: end - (contentStart - codeStart) }
}

/** `$…$` or `$$…$$` up to the next dollar that is not escaped. */
function mathAt(text: string, start: number): Inlines['math'][number] | undefined {
  const marks = text[start + 1] === '$' ? 2 : 1
  for (let end = start + marks; end < text.length; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === '$' && (marks === 1 || text[end + 1] === '$')) {
      return end > start + marks ? { start, end: end + marks, marks } : undefined
    }
  }
  return undefined
}

/** For each `[` the `]` that closes it. */
function matchBrackets(
  text: string,
  skips: ReadonlyMap<number, number>,
  inText: ReadonlyMap<number, { readonly after: number }>,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let position = 0; position < text.length; ) {
    if (text[position] === '[') open.push(position)
    else if (text[position] === ']') {
      const start = open.pop()
      if (start !== undefined) pairs.set(start, position)
    }
    position = skips.get(position) ?? inText.get(position)?.after ?? position + 1
  }
  return pairs
}
