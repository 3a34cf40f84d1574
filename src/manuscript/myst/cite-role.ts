import type { Citation } from '../manuscript.ts'
import type { MystItem } from './citations.ts'

/** `cite`, `cite:p`, `cite:t` and their kin, as MyST and sphinxcontrib-bibtex have them. */
const CITE = /^cite(?::(?:p|t|ps|ts|ct|cts|alp|alps|label|labelpar|year|yearpar|c?authors?|authorpars?))?$/

/**
 * The items of a `{cite}` role: keys between commas or semicolons, each perhaps with `{prefix}` before and `{suffix}` after it.
 * Offsets are those of `content`; nothing for any other role.
 */
export function roleItems(
  name: string,
  content: string,
): { mode: Citation['mode']; items: readonly MystItem[] } | undefined {
  if (!CITE.test(name)) return undefined
  const parenthetical = name.startsWith('cite:p') || name.includes('par') || name.startsWith('cite:alp')
  const items: MystItem[] = []
  let start = 0
  for (const part of content.split(/[,;]/)) {
    const groups = /^\s*(?:\{([^{}]*)\})?([^{}]*)(?:\{([^{}]*)\})?\s*$/.exec(part)
    const written = groups ? groups[2]! : part
    const citekey = written.trim()
    const open = part.startsWith('{') || /^\s*\{/.test(part) ? part.indexOf('}') + 1 : 0
    const keyStart = start + (citekey ? part.indexOf(citekey, open) : open)
    const keyEnd = keyStart + citekey.length
    items.push({
      citekey,
      keyStart,
      keyEnd,
      start: keyStart,
      end: keyEnd,
      prefix: groups?.[1]?.trim() ?? '',
      suffix: groups?.[3]?.trim() ?? '',
      suppressAuthor: name.startsWith('cite:year'),
    })
    start += part.length + 1
  }
  return { mode: parenthetical ? 'parenthetical' : 'narrative', items }
}
