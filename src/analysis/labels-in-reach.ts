import type { CrossReference, Label } from '../manuscript/manuscript.ts'
import type { Analysis } from './analysis.ts'

/** What a cross-reference can lead to: labels of the manuscript and of those rendered with it, and their headings. */
export interface Reach {
  /** By label; of two that are equal the manuscript's own, the first of them. */
  readonly labels: ReadonlyMap<string, Label>
  readonly headings: ReadonlySet<string>
}

export function labelsInReach({ manuscript, project }: Pick<Analysis, 'manuscript' | 'project'>): Reach {
  const labels = new Map<string, Label>()
  for (const list of [manuscript.labels, ...project.others.map(({ outline }) => outline.labels)]) {
    for (const label of list) if (!labels.has(label.label)) labels.set(label.label, label)
  }
  const own = manuscript.headings.flatMap(({ identifier }) => identifier ?? [])
  return { labels, headings: new Set([...own, ...project.others.flatMap(({ outline }) => outline.headingIdentifiers)]) }
}

/**
 * Whether a cross-reference leads anywhere. A chunk with sub-figures makes `fig-x-1` out of `fig-x` when it runs, so such a
 * reference is not judged. The identifiers that renderers give to headings serve all forms but that of a citation.
 */
export function leadsSomewhere({ label, form }: CrossReference, { labels, headings }: Reach): boolean {
  return labels.has(label) || labels.has(label.replace(/-\d+$/, '')) || (form !== 'citation' && headings.has(label))
}
