import type { Analysis } from '../analysis/analysis.ts'
import { findReference, type Subject } from './subject.ts'

/**
 * The manuscripts among `others` in which a name means the same as in this one: a citekey that leads to the same entry (or
 * to none in either), a label of what is rendered together. Another project may use the name for something else.
 */
export function sharing(analysis: Analysis, subject: Subject, others: readonly Analysis[]): readonly Analysis[] {
  const isShared =
    subject.kind === 'citekey'
      ? (other: Analysis) => entryOf(other, subject.name) === entryOf(analysis, subject.name)
      : subject.kind === 'label'
        ? (other: Analysis) => isRenderedWith(analysis, other) || isRenderedWith(other, analysis)
        : () => false
  return others.filter(other => other.uri !== analysis.uri && isShared(other))
}

function entryOf({ library }: Analysis, citekey: string): string | undefined {
  const reference = findReference(library, citekey)
  return reference && `${reference.location.uri} ${reference.citekeySpan.start}`
}

const isRenderedWith = ({ project }: Analysis, { uri }: Analysis): boolean =>
  project.others.some(other => other.uri === uri)
