import { mystLabels, mystReferences, normaliseTarget } from '../labels/myst.ts'
import type { Dialect } from './dialect.ts'
import { kindByPrefix } from './kinds.ts'

/** MyST Markdown: targets, roles and directives; `@x` refers to a target where there is one and is a citation elsewhere. */
export const myst: Dialect = {
  name: 'myst',
  grammar: 'myst',
  extensions: { chunks: true, aliasDefinitions: false, bareUris: false, backslashMath: false },
  bibliographies: {
    relativeTo: 'manuscript',
    declaredIn: [{ file: 'myst.yml', field: 'project.bibliography' }],
    byName: ['**/*.bib'],
    onlyWhenUndeclared: true,
  },

  crossReferenceOf(citekey, { labels }) {
    const label = normaliseTarget(citekey)
    const target = labels.find(known => known.label === label)
    return target && { label, kind: target.kind === 'anchor' ? kindByPrefix(label) : target.kind }
  },

  labels: mystLabels,
  crossReferences: mystReferences,
}
