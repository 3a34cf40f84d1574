import { attributeLabels } from '../labels/attribute-labels.ts'
import { texLabels, texReferences } from '../labels/tex.ts'
import { trailingLabels } from '../labels/trailing-labels.ts'
import type { Dialect } from './dialect.ts'
import { CROSSREF_KINDS, targetOf } from './kinds.ts'

const kindOf = (label: string) => targetOf(label, CROSSREF_KINDS, ':')?.kind

/** Pandoc's Markdown with pandoc-crossref, whose references are citations in form. */
export const pandoc: Dialect = {
  name: 'pandoc',
  grammar: 'pandoc',
  extensions: {
    chunks: false,
    aliasDefinitions: false,

    bareUris: false,
    backslashMath: false,
  },
  bibliographies: { relativeTo: 'manuscript', declaredIn: [], byName: [], onlyWhenUndeclared: true },

  crossReferenceOf: citekey => targetOf(citekey, CROSSREF_KINDS, ':'),

  *labels(source) {
    yield* attributeLabels(source.reading.attributes, kindOf)
    yield* trailingLabels(source, kindOf)
    yield* texLabels(source.text, source.reading)
  },

  crossReferences: ({ text, reading }) => texReferences(text, reading),
}
