import { rowsOf } from './readers/delimited.ts'

/** Gene symbols that were given up, each with the one in use. */
export interface GeneSymbols {
  /** The symbol in use of one that was given up; nothing for a symbol that is in use, or that several genes had. */
  of(symbol: string): string | undefined
  readonly size: number
}

const FORMER =
  /^(?:prev(?:ious)?|former|old|deprecated|withdrawn)[ _-]?(?:hgnc[ _-]?)?(?:gene[ _-]?)?(?:symbols?|names?)?$/i
const PRESENT =
  /^(?:(?:approved|current|present|new|hgnc)[ _-]?)?(?:gene[ _-]?)?(?:symbol|name)$|^(?:approved|current|present|new)$/i
const STATUS = /^status$/i

/**
 * Reads a list of gene symbols that the author has: HGNC’s complete set or a download of one’s own from HGNC, another
 * table with a column for the former and one for the approved symbol, or lines “OLD NEW”, “OLD=NEW”.
 */
export function readGeneSymbols(text: string): GeneSymbols {
  const renamed = new Map<string, string | undefined>()
  const inUse = new Set<string>()
  const add = (old: string, present: string): void => {
    if (!SYMBOL.test(old) || !SYMBOL.test(present) || old === present) return
    const known = renamed.get(old)
    renamed.set(old, renamed.has(old) && known !== present ? undefined : present)
  }
  const firstLine = text.slice(0, text.search(/[\r\n]|$/))
  const separator = firstLine.includes('\t') ? '\t' : firstLine.includes(';') ? ';' : ','
  const head = firstLine.split(separator).map(cell => cell.replace(/^\W+|\W+$/g, ''))
  const former = head.findIndex(name => FORMER.test(name))
  const present = head.findIndex(name => PRESENT.test(name))
  const status = head.findIndex(name => STATUS.test(name))
  if (former >= 0 && present >= 0) {
    for (const { cells } of [...rowsOf(text, separator)].slice(1)) {
      const symbol = cells[present]?.trim() ?? ''
      if (status >= 0 && !/^approved$/i.test(cells[status]?.trim() ?? '')) continue
      inUse.add(symbol)
      for (const old of (cells[former] ?? '').split(/[|,;\s]+/)) add(old.replace(/"/g, ''), symbol)
    }
  } else {
    for (const line of text.split(/\r\n?|\n/)) {
      const [, old, symbol] = /^\s*"?([^\s,;="]+)"?(?:\s*[=,;\t]\s*|\s+(?:->\s*)?)"?([^\s,;="]+)"?\s*$/.exec(line) ?? []
      if (old && symbol) add(old, symbol)
    }
  }
  for (const symbol of inUse) renamed.delete(symbol)
  return { of: symbol => renamed.get(symbol), size: renamed.size }
}

const SYMBOL = /^\p{Lu}[\p{L}\p{N}-]{1,20}$/u
