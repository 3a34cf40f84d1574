import { SaxesParser } from 'saxes'

/** An element of XML; its name without the prefix. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  /** All text in it, in order. */
  text: string
}

/** The root of a document; as far as it can be read, when it is broken. */
export function rootOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name: name.replace(/^.*:/, ''), attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.on('error', () => {})
  parser.write(xml.replace(/^\ufeff/, '')).close()
  return root
}

/** The elements below that have this name, at any depth. */
export const allIn = (element: Element, name: string): Element[] =>
  element.children.flatMap(child => [...(child.name === name ? [child] : []), ...allIn(child, name)])

/** The children with this name, and with this attribute when one is given. */
export const childrenOf = (element: Element | undefined, name: string, type?: string): Element[] =>
  element?.children.filter(child => child.name === name && (type === undefined || child.attributes.type === type)) ?? []
