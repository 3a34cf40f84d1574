import { normaliseLabel } from './links.ts'

/** Labels that are defined, as they are compared; of footnotes with `^`. */
interface Defined {
  readonly links: Pick<ReadonlySet<string>, 'has' | 'size'>
  readonly footnotes: Pick<ReadonlySet<string>, 'has' | 'size'>
}

/** Of definitions outside a text, those that it uses, to be put behind it for the parser; what stands there is not visited. */
export function appendix(text: string, { links, footnotes }: Defined): string {
  if (links.size + footnotes.size === 0) return ''
  const used = new Set<string>()
  for (const [, label] of text.matchAll(/\[([^[\]\r\n]{1,200})\]/g)) {
    const name = normaliseLabel(label!)
    if (links.has(name)) used.add(`[${name}]: #`)
    else if (footnotes.has(name)) used.add(`[${name}]: .`)
  }
  return used.size ? `\n\n${[...used].join('\n\n')}\n` : ''
}
