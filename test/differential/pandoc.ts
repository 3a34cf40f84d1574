import { convert } from 'pandoc-wasm'

/**
 * The citations that Pandoc finds in a text, one line per group, each once, in alphabetical order; `undefined` when Pandoc
 * refuses the text. Footnotes referred to twice and captions kept twice are so counted once.
 */
export async function pandocGroups(text: string, from = 'markdown'): Promise<readonly string[] | undefined> {
  const { stdout } = (await convert({ from, to: 'json' }, text, {})) as { stdout: string }
  if (!stdout) return undefined
  const groups = new Set<string>()
  walk(JSON.parse(stdout), groups)
  return [...groups].sort()
}

function walk(node: unknown, groups: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, groups)
  } else if (typeof node === 'object' && node !== null) {
    const { t, c } = node as { t?: string; c?: unknown }
    if (t === 'Cite') {
      const items = (c as [{ citationId: string; citationMode: { t: string } }[], unknown])[0]
      groups.add(items.map(({ citationId, citationMode }) => `${citationMode.t} ${citationId}`).join('; '))
      for (const item of items) {
        const { citationPrefix, citationSuffix } = item as unknown as Record<string, unknown>
        walk(citationPrefix, groups)
        walk(citationSuffix, groups)
      }
      return
    }
    for (const value of Object.values(node)) walk(value, groups)
  }
}
