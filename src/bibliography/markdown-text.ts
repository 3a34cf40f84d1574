import type { CslItem } from './reference.ts'

const TEXTS = [
  'title',
  'container-title',
  'collection-title',
  'event-title',
  'publisher',
  'note',
  'abstract',
  'title-short',
]

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/\[([^[\]]{1,300})\]\{\.nocase\}/g, '$1'],
  [/\[([^[\]]{1,300})\]\{\.smallcaps\}/g, '<span style="font-variant:small-caps;">$1</span>'],
  [/(?<!\\)\*\*([^*\n]{1,300})(?<!\\)\*\*/g, '<b>$1</b>'],
  [/(?<!\\)\*([^*\s][^*\n]{0,300})(?<!\\)\*/g, '<i>$1</i>'],
  [/(?<![\\\p{L}\p{N}])_([^_\s][^_\n]{0,300})(?<!\\)_(?![\p{L}\p{N}])/gu, '<i>$1</i>'],
  [/(?<!\\)\^([^\s^]{1,60})(?<!\\)\^/g, '<sup>$1</sup>'],
  [/(?<![\\~])~([^\s~]{1,60})(?<!\\)~(?!~)/g, '<sub>$1</sub>'],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
]

/** In YAML the texts of an item are Markdown (Pandoc manual, “Specifying bibliographic data”); here they get CSL-JSON's markup. */
export function markdownFields(item: CslItem): CslItem {
  const changed = TEXTS.flatMap(field => {
    const text = item[field]
    return typeof text === 'string' && /[*_^~\\[]/.test(text) ? [[field, fromMarkdown(text)] as const] : []
  })
  return changed.length > 0 ? { ...item, ...Object.fromEntries(changed) } : item
}

const fromMarkdown = (text: string): string =>
  MARKUP.reduce((result, [pattern, tags]) => result.replace(pattern, tags), text)
