import { attributeLabels } from '../labels/attribute-labels.ts'
import { texLabels, texReferences } from '../labels/tex.ts'
import type { Dialect } from './dialect.ts'
import { CROSSREF_KINDS, targetOf } from './kinds.ts'

/** Pandoc's Markdown with pandoc-crossref, whose references are citations in form. */
export const pandoc: Dialect = {
  name: 'pandoc',
  grammar: 'pandoc',
  extensions: {
    chunks: false,
    aliasDefinitions: false,
    bracedReferences: false,
    bareUris: false,
    backslashMath: false,
  },
  bibliographies: { relativeTo: 'manuscript', declaredIn: [], byName: [], onlyWhenUndeclared: true },

  crossReferenceOf: citekey => targetOf(citekey, CROSSREF_KINDS, ':'),

  *labels({ text, reading }) {
    yield* attributeLabels(reading.attributes, label => targetOf(label, CROSSREF_KINDS, ':')?.kind)
    yield* texLabels(text, reading)
  },

  crossReferences: ({ text, reading }) => texReferences(text, reading),
}
