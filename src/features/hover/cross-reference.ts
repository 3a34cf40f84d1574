import type { Analysis } from '../../analysis/analysis.ts'
import type { Label } from '../../manuscript/manuscript.ts'
import { contains, slice } from '../../text/span.ts'
import type { HoverProvider } from './hover.ts'
import { bold, paragraphs, plain } from './markdown.ts'

/** Hovering a cross-reference shows what its label is on: the caption of the figure, the heading, the equation. */
export const hoverCrossReference: HoverProvider = (analysis, offset) => {
  const reference = analysis.manuscript.crossReferences.find(({ span }) => contains(span, offset))
  const label = reference && findLabel(analysis, reference.label)
  return label && { span: reference.span, markdown: labelMarkdown(analysis, label) }
}

/** Labels are looked for in the manuscript itself, then in the files that are rendered with it. */
export function findLabel(
  { uri, manuscript, project }: Analysis,
  name: string,
): { readonly uri: string; readonly label: Label } | undefined {
  const own = manuscript.labels.find(({ label }) => label === name)
  if (own) return { uri, label: own }
  for (const { uri, outline } of project.others) {
    const label = outline.labels.find(({ label }) => label === name)
    if (label) return { uri, label }
  }
  return undefined
}

function labelMarkdown(analysis: Analysis, { uri, label }: { uri: string; label: Label }): string {
  const head = `${bold(label.kind[0]!.toUpperCase() + label.kind.slice(1))} \`${label.label.replace(/[`\p{Cc}]/gu, ' ')}\``
  if (uri !== analysis.uri) return paragraphs(head, `in ${plain(fileName(uri))}`)
  return paragraphs(head, plain(describeLabel(analysis, label)))
}

/** The caption, heading text or source of what is labelled. */
export function describeLabel({ manuscript }: Analysis, label: Label): string {
  const image = manuscript.images.find(({ span }) => span.start <= label.span.start && label.span.start - span.end <= 2)
  if (image?.caption) return image.caption
  const heading = manuscript.headings.find(({ span }) => contains(span, label.span.start))
  if (heading) return heading.text
  return label.target ? slice(manuscript.text, label.target).slice(0, 300) : ''
}

const fileName = (uri: string): string => {
  const name = uri.slice(uri.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
