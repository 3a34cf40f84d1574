import { attributeLabels } from '../labels/attribute-labels.ts'
import { bookdownReferences, chunkLabels, markLabels, theoremLabels } from '../labels/bookdown.ts'
import { texLabels, texReferences } from '../labels/tex.ts'
import type { Dialect } from './dialect.ts'

/** R Markdown with bookdown: labels come from chunks, references are `\@ref(fig:flow)`; no citation is a cross-reference. */
export const rmarkdown: Dialect = {
  name: 'rmarkdown',
  grammar: 'pandoc',
  extensions: { chunks: true, aliasDefinitions: false, bareUris: true, backslashMath: true },
  bibliographies: {
    relativeTo: 'manuscript',
    declaredIn: [
      { file: 'index.Rmd', field: 'bibliography' },
      { file: '_bookdown.yml', field: 'bibliography' },
      { file: '_output.yml', field: 'bibliography' },
    ],
    byName: [],
    onlyWhenUndeclared: true,
  },

  crossReferenceOf: () => undefined,

  *labels({ text, reading }) {
    yield* attributeLabels(reading.attributes, () => undefined)
    yield* theoremLabels(reading)
    yield* chunkLabels(text, reading)
    yield* markLabels(text, reading)
    yield* texLabels(text, reading)
  },

  *crossReferences({ text, reading }) {
    yield* bookdownReferences(text, reading)
    yield* texReferences(text, reading)
  },
}
