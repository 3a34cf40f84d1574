import type { Bibliography } from '../bibliography/reference.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Problem } from '../text/span.ts'
import { type FileText, isText } from './files.ts'

const REFUSED = 'Pandoc refuses it: save it as UTF-8.'

/** More bad bytes are not listed. */
const MOST = 20

type Text = Extract<FileText, { text: string }>

const told = new WeakMap<Manuscript, Manuscript>()

/** What is to be said of a text that is not in UTF-8, or not all of it; `means` tells what comes of it. */
export function encodingProblems({ text, encoding }: Text, means = 'Save it as UTF-8.'): readonly Problem[] {
  if (!encoding) return []
  const at = (offset: number) => ({ start: Math.min(offset, text.length), end: Math.min(offset + 1, text.length) })
  if (encoding.name !== 'UTF-8') {
    const message = `This file is not in UTF-8; from here on it was read as ${encoding.name}. ${means}`
    return [{ message, span: at(encoding.from) }]
  }
  const refused = means === REFUSED ? 'Pandoc refuses the file for it: write' : 'Write'
  const { bad } = encoding
  return bad.slice(0, MOST).map((offset, index) => {
    const character = text[offset] === '\ufffd' ? 'could not be read' : `was read as “${text[offset]}”`
    const others = index === 0 && bad.length > MOST ? ` There are ${bad.length} such characters.` : ''
    const message = `Nearly all of this file is in UTF-8, but this character is not; it ${character}. ${refused} it anew and save the file as UTF-8.${others}`
    return { message, span: at(offset) }
  })
}

/** The bibliography, with a problem for an encoding that Pandoc refuses; Stroma reads it all the same. */
export function bibliographyWithEncoding(bibliography: Bibliography, file: FileText): Bibliography {
  const problems = isText(file) ? encodingProblems(file, REFUSED) : []
  return problems.length > 0 ? { ...bibliography, problems: [...problems, ...bibliography.problems] } : bibliography
}

/** The manuscript, with a problem for an encoding that renderers refuse; Stroma reads it all the same. */
export function withEncodingProblem(manuscript: Manuscript, file: Text): Manuscript {
  const problems = encodingProblems({ ...file, text: manuscript.text }, REFUSED)
  if (problems.length === 0) return manuscript
  const known = told.get(manuscript)
  if (known) return known
  const telling = { ...manuscript, problems: [...problems, ...manuscript.problems] }
  told.set(manuscript, telling)
  return telling
}
