import { chunkOf } from '../chunks/chunk.ts'
import type { FrontMatter } from '../front-matter.ts'
import { attributeLabels } from '../labels/attribute-labels.ts'
import { texLabels, texReferences } from '../labels/tex.ts'
import { trailingLabels } from '../labels/trailing-labels.ts'
import type { Label, LabelKind } from '../manuscript.ts'
import type { Dialect, Source } from './dialect.ts'
import { QUARTO_KINDS, targetOf } from './kinds.ts'

/** Quarto: Pandoc's Markdown, labels such as `fig-flow`, and chunks that label what they make. */
export const quarto: Dialect = {
  name: 'quarto',
  grammar: 'pandoc',
  extensions: { chunks: true, aliasDefinitions: false, bareUris: false, backslashMath: false },
  bibliographies: {
    relativeTo: 'manuscript',
    declaredIn: ['_quarto.yml', '_quarto.yaml', '_metadata.yml'].map(file => ({ file, field: 'bibliography' })),
    byName: [],
    onlyWhenUndeclared: true,
  },

  crossReferenceOf: (citekey, { frontMatter }) => targetOf(citekey, kindsOf(frontMatter), '-'),

  *labels(source) {
    const kinds = kindsOf(source.frontMatter)
    yield* attributeLabels(source.reading.attributes, label => targetOf(label, kinds, '-')?.kind)
    yield* trailingLabels(source, label => targetOf(label, kinds, '-')?.kind)
    yield* chunkLabels(source, kinds)
    yield* texLabels(source.text, source.reading)
  },

  crossReferences: ({ text, reading }) => texReferences(text, reading),
}

/** The built-in kinds and those that `crossref: custom:` adds with a `key` each. */
function kindsOf({ data }: FrontMatter): ReadonlyMap<string, LabelKind> {
  const custom = (data.crossref as { custom?: unknown } | null | undefined)?.custom
  if (!Array.isArray(custom)) return QUARTO_KINDS
  const keys = custom.map(kind => (kind as { key?: unknown } | null)?.key)
  const named = keys.filter(key => typeof key === 'string')
  return new Map([...QUARTO_KINDS, ...named.map(key => [key, 'custom'] as const)])
}

/** A chunk labels its output by its name, and its code by the option `lst-label`. */
function* chunkLabels({ text, reading }: Source, kinds: ReadonlyMap<string, LabelKind>): Iterable<Label> {
  for (const block of reading.code) {
    const chunk = chunkOf(text, block)
    for (const label of [chunk?.label, chunk?.options.get('lst-label')]) {
      const target = label && targetOf(label.value, kinds, '-')
      if (target) yield { ...target, label: label.value, span: label.span, target: block.span }
    }
  }
}
