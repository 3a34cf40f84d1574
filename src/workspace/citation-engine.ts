import { SaxesParser } from 'saxes'
import type { StyledText } from '../bibliography/citation-style.ts'
import type { CslItem } from '../bibliography/reference.ts'
import cslVariables from './csl-variables.json'

/** Sets one reference at a time in the style that the engine was made for. */
export interface CitationEngine {
  /** The entry of the reference list, without number; nothing where the style cannot set it. */
  format(item: CslItem): readonly StyledText[] | undefined
  /** Why it sets nothing any more; after a fault in a style no engine can go on. */
  failure(): string | undefined
}

/**
 * An engine for a style in the Citation Style Language: citeproc-rs, with the American English locale that it carries.
 * Throws what is wrong with a style, said for the author.
 */
export async function citationEngine(style: string): Promise<CitationEngine> {
  const { Driver } = await loadedEngine()
  let driver: InstanceType<typeof Driver>
  try {
    driver = new Driver({ style, format: 'html', formatOptions: { linkAnchors: false } })
  } catch (error) {
    throw new Error(`is no style that can be used: ${reasonOf(error)}`)
  }
  let failure: string | undefined

  const entryOf = (item: Readonly<Record<string, unknown>>): string => {
    driver.resetReferences([item])
    driver.includeUncited('All')
    return driver.makeBibliography()[0]?.value ?? ''
  }

  return {
    failure: () => failure,
    format({ id, type, ...fields }) {
      const known = Object.fromEntries(Object.entries(fields).filter(([field]) => VARIABLES.has(field)))
      // What the engine has never heard of is set as any other kind of work.
      for (const kind of [type, 'article']) {
        if (failure !== undefined) break
        try {
          return styledTexts(entryOf({ ...known, id: id || 'item', type: kind }))
        } catch (error) {
          if ((error as Error).name === 'RuntimeError') failure = 'cannot set a reference: it may refer to itself'
        }
      }
      return undefined
    },
  }
}

type Engine = typeof import('@citeproc-rs/wasm')

/** The package is CommonJS: bundled, all that it has is in its default export. */
async function loadedEngine(): Promise<Engine> {
  const loaded: Partial<{ default: Engine }> & Engine = await import('@citeproc-rs/wasm')
  return loaded.default ?? loaded
}

/** The variables of CSL 1.0.2 (specification, appendix IV); whatever else an item has is no concern of a style. */
const VARIABLES: ReadonlySet<string> = new Set(cslVariables)

/** What citeproc-rs says of a style: the kind of the first error, and the hint that comes with it. */
function reasonOf(error: unknown): string {
  const { data, message } = error as { data?: { Invalid?: readonly { message?: string }[] }; message?: string }
  const first = data?.Invalid?.[0]?.message ?? message ?? String(error)
  return first.split('\n')[0]!.slice(0, 200)
}

/** The text of an entry with what is italic or bold in it; a number in the margin is left out. */
function styledTexts(html: string): readonly StyledText[] {
  const found: StyledText[] = []
  const open: string[] = []
  const parser = new SaxesParser({ fragment: true })
  parser.on('opentag', ({ name, attributes }) => {
    open.push(String(attributes.class ?? '').includes('csl-left-margin') ? 'margin' : name)
    if (name === 'div' && found.length > 0) found.push({ text: ' ' })
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', text => {
    if (open.includes('margin')) return
    found.push({ text, ...(open.includes('i') && { italic: true }), ...(open.includes('b') && { bold: true }) })
  })
  parser.on('error', () => undefined)
  parser.write(html).close()
  return found
}
