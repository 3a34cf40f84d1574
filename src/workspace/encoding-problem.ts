import type { Manuscript } from '../manuscript/manuscript.ts'
import type { FileText } from './files.ts'

const told = new WeakMap<Manuscript, Manuscript>()

/** The manuscript, with a problem for an encoding that renderers refuse; Stroma reads it all the same. */
export function withEncodingProblem(
  manuscript: Manuscript,
  { encoding }: Extract<FileText, { text: string }>,
): Manuscript {
  if (!encoding) return manuscript
  const known = told.get(manuscript)
  if (known) return known
  const { name, from } = encoding
  const message = `This file is not in UTF-8; from here on it was read as ${name}. Pandoc refuses it: save it as UTF-8.`
  const span = { start: Math.min(from, manuscript.text.length), end: Math.min(from + 1, manuscript.text.length) }
  const telling = { ...manuscript, problems: [{ message, span }, ...manuscript.problems] }
  told.set(manuscript, telling)
  return telling
}
