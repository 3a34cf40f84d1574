import type { CslItem } from './reference.ts'
import { writeBibtex } from './writers/bibtex.ts'
import { writeCslJson } from './writers/csl-json.ts'
import { writeRis } from './writers/ris.ts'
import { writeVancouver } from './writers/vancouver.ts'

const WRITERS = {
  'csl-json': writeCslJson,
  bibtex: writeBibtex,
  ris: writeRis,
  vancouver: writeVancouver,
} as const

/** A form that references can be written in. */
export type WrittenFormat = keyof typeof WRITERS

export const writtenFormats = Object.keys(WRITERS) as readonly WrittenFormat[]

/** The items as a text of another form; `csl-json`, `bibtex` and `ris` can be read back. */
export const writeReferences = (items: readonly CslItem[], format: WrittenFormat): string => WRITERS[format](items)
