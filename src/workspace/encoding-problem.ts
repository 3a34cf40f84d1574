import type { Bibliography } from '../bibliography/reference.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Problem } from '../text/span.ts'
import { type FileText, isText } from './files.ts'

const REFUSED = 'Pandoc refuses it: save it as UTF-8.'

type Text = Extract<FileText, { text: string }>

const told = new WeakMap<Manuscript, Manuscript>()

/** What is to be said of a text that is not in UTF-8; `means` tells what comes of it. */
export function encodingProblem({ text, encoding }: Text, means = 'Save it as UTF-8.'): Problem | undefined {
  if (!encoding) return undefined
  const { name, from } = encoding
  const message = `This file is not in UTF-8; from here on it was read as ${name}. ${means}`
  return { message, span: { start: Math.min(from, text.length), end: Math.min(from + 1, text.length) } }
}

/** The bibliography, with a problem for an encoding that Pandoc refuses; Stroma reads it all the same. */
export function bibliographyWithEncoding(bibliography: Bibliography, file: FileText): Bibliography {
  const problem = isText(file) ? encodingProblem(file, REFUSED) : undefined
  return problem ? { ...bibliography, problems: [problem, ...bibliography.problems] } : bibliography
}

/** The manuscript, with a problem for an encoding that renderers refuse; Stroma reads it all the same. */
export function withEncodingProblem(manuscript: Manuscript, file: Text): Manuscript {
  const problem = encodingProblem({ ...file, text: manuscript.text }, REFUSED)
  if (!problem) return manuscript
  const known = told.get(manuscript)
  if (known) return known
  const telling = { ...manuscript, problems: [problem, ...manuscript.problems] }
  told.set(manuscript, telling)
  return telling
}
