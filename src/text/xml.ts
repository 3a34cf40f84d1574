import { SaxesParser } from 'saxes'
import type { Problem } from './span.ts'
import { atOnce, type Steps, stepsOver } from './steps.ts'

/** An element of XML with its place; names have no namespace prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (XmlElement | string)[]
  readonly start: number
  end: number
}

/** Elements deeper than this inside a record are passed over. */
const DEEPEST = 100
const MOST_PROBLEMS = 20

/**
 * Calls `visit` for each element with one of the names, when it closes; elements inside it are not visited by themselves.
 * Entities of the file's own are not expanded, nothing is fetched, and what is not well formed is a problem.
 */
export const readElements = (
  text: string,
  names: ReadonlySet<string>,
  visit: (element: XmlElement) => void,
): Problem[] => atOnce(elementSteps(text, names, visit))

/** The same in steps. */
export function* elementSteps(
  text: string,
  names: ReadonlySet<string>,
  visit: (element: XmlElement) => void,
): Steps<Problem[]> {
  const problems: Problem[] = []
  const parser = new SaxesParser({ position: true })
  const open: XmlElement[] = []
  let deeper = 0
  parser.on('error', error => {
    if (problems.length >= MOST_PROBLEMS) return
    const reason = error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')
    const end = Math.min(parser.position, text.length)
    const message = inWords(reason)
    // Each tag that is open at the end is an error of its own.
    if (message === problems.at(-1)?.message && message === CUT_SHORT) return
    problems.push({ message, span: { start: Math.max(0, end - 1), end } })
  })
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name)
    if (open.length === 0 && !names.has(local)) return
    if (open.length >= DEEPEST) {
      deeper++
      return
    }
    const start = Math.max(0, text.lastIndexOf('<', parser.position - 1))
    const own = new Map(Object.entries(attributes).map(([key, value]) => [localName(key), String(value)]))
    const element: XmlElement = { name: local, attributes: own, children: [], start, end: start }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (piece: string): void => {
    if (deeper === 0) open.at(-1)?.children.push(piece)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ name }) => {
    const top = open.at(-1)
    if (!top) return
    if (deeper > 0) {
      deeper--
      return
    }
    if (top.name !== localName(name)) return
    top.end = Math.min(parser.position, text.length)
    open.pop()
    if (open.length === 0) visit(top)
  })
  try {
    const isStep = stepsOver()
    for (let start = 0; start < text.length; ) {
      const next = text.indexOf('<', start + 4096)
      const end = next < 0 ? text.length : next
      parser.write(text.slice(start, end))
      start = end
      if (isStep(start)) yield start / text.length
    }
    parser.close()
  } catch (error) {
    problems.push({
      message: `This XML cannot be read: ${String(error)}.`,
      span: { start: 0, end: Math.min(1, text.length) },
    })
  }
  const [unfinished] = open
  if (unfinished) {
    unfinished.end = text.length
    visit(unfinished)
  }
  return problems
}

const CUT_SHORT =
  'This XML is not well formed: it breaks off, as when an export or a download was cut short. Export it again.'

function inWords(reason: string): string {
  if (/^unclosed tag/.test(reason)) return CUT_SHORT
  if (/undefined entity/.test(reason))
    return 'This XML has an entity here that is none of XML’s own; it is not expanded, and nothing is fetched. Write the character itself.'
  return `This XML is not well formed: ${reason}. Mend it here, or export the file again.`
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The first element at a path of names below `element`. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element
  for (const name of path) found = found && childrenOf(found, name)[0]
  return found
}

/** The child elements with a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string' && child.name === name)

const TAGS = new Map([
  ['i', 'i'],
  ['italic', 'i'],
  ['b', 'b'],
  ['bold', 'b'],
  ['sup', 'sup'],
  ['sub', 'sub'],
])

/** The text of an element, spaces made single; with the markup of CSL-JSON where the source has it, if `rich`. */
export function textOf(element: XmlElement | undefined, rich = false): string {
  if (!element) return ''
  return collect(element, rich).replace(/\s+/g, ' ').trim()
}

function collect(element: XmlElement, rich: boolean): string {
  return element.children
    .map(child => {
      if (typeof child === 'string') return child
      const inside = collect(child, rich)
      const tag = rich ? TAGS.get(child.name) : undefined
      return tag && inside.trim() ? `<${tag}>${inside}</${tag}>` : inside
    })
    .join('')
}
