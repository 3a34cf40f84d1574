import type { Dialect } from './dialect.ts'
import { CROSSREF_KINDS, targetOf } from './kinds.ts'
import { pandoc } from './pandoc.ts'

/** Manubot: Pandoc with the pandoc-xnos filters, and citekeys that are persistent identifiers. */
export const manubot: Dialect = {
  ...pandoc,
  name: 'manubot',
  extensions: { chunks: false, aliasDefinitions: true, bareUris: false, backslashMath: false },
  bibliographies: {
    relativeTo: 'project',
    declaredIn: [{ file: 'content/metadata.yaml', field: 'bibliography' }],
    byName: ['content/manual-references*.{json,yaml,yml,bib,ris,nbib}'],
    onlyWhenUndeclared: false,
  },

  /** The filters compare prefixes as written: `@Fig:flow` is a citation. */
  crossReferenceOf: citekey => (/^[a-z]/.test(citekey) ? targetOf(citekey, CROSSREF_KINDS, ':') : undefined),
}
