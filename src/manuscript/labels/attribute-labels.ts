import type { Label, LabelKind } from '../manuscript.ts'
import type { Attributes } from '../reading.ts'

/**
 * A label for every `{#id}`. Its kind is that of its prefix, as `kindOf` says; an id without a known prefix labels a section
 * when it stands on a heading, and is a mere anchor elsewhere.
 */
export function* attributeLabels(
  attributes: readonly Attributes[],
  kindOf: (label: string) => LabelKind | undefined,
): Iterable<Label> {
  for (const { id, element, of } of attributes) {
    if (!id || id.value === '') continue
    const kind = kindOf(id.value) ?? (element === 'heading' ? 'section' : 'anchor')
    yield { label: id.value, kind, span: id.span, target: of }
  }
}
