import { formatReference } from '../format-reference.ts'
import type { CslItem } from '../reference.ts'

/** A numbered list in the style of the ICMJE, in the order given. */
export const writeVancouver = (items: readonly CslItem[]): string =>
  items.map((item, index) => `${index + 1}. ${formatReference(item, 'vancouver').replace(/\s+/g, ' ')}\n`).join('')
