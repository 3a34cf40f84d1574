import { type Document, parseDocument, type YAMLError } from 'yaml'
import { indentContinuations } from './indent-continuations.ts'
import { yamlProblems } from './yaml-problems.ts'

/** A YAML text as far as it can be read; `read` is what was parsed, and `original` gives the offset of the text for one of it. */
export interface ParsedYaml {
  readonly document: Document
  /** The first thing that is wrong; what stands before it, and often what stands behind, is in the document all the same. */
  readonly error?: YAMLError
  readonly read: string
  readonly original: (offset: number) => number
}

/** Parses YAML as Pandoc and R read it (libyaml); what would take too long or cannot be parsed is refused with a reason. */
export function parseYaml(source: string): ParsedYaml | { readonly refused: string } {
  const refused = yamlProblems.refuse(source)
  if (refused) return { refused }
  try {
    const document = parseDocument(source, OPTIONS)
    const [error] = document.errors
    const asIs = { document, read: source, original: (offset: number) => offset }
    if (!error) return asIs
    const { source: read, original } = indentContinuations(source)
    const indented = read === source ? document : parseDocument(read, OPTIONS)
    return indented.errors.length === 0 ? { document: indented, read, original } : { ...asIs, error }
  } catch {
    return { refused: yamlProblems.unreadable }
  }
}

const OPTIONS = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const
