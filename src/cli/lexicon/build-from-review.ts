import { resolve } from 'node:path'
import { readReview } from '../../bibliography/reviews/read-review.ts'
import { writeReferences } from '../../bibliography/write-references.ts'
import { draftPack } from '../../features/draft-pack.ts'
import { isText } from '../../workspace/files.ts'
import { nodeFiles } from '../../workspace/node-files.ts'
import { Failure } from '../failure.ts'
import type { ExitStatus, Io } from '../io.ts'
import { displayPath, uriOf } from '../paths.ts'
import { counted } from '../reporters/stylish.ts'
import { printable } from '../terminal.ts'
import { writeFileWhole } from '../write-file.ts'
import { writeDraft } from './write-draft.ts'

/**
 * `stroma lexicon build --from REVIEW`: a drafted pack on standard output or in `output`, and beside that the references
 * of the review as CSL-JSON.
 */
export async function buildFromReview(from: string, output: string | undefined, io: Io): Promise<ExitStatus> {
  const path = resolve(io.cwd, from)
  const name = displayPath(path, io.cwd)
  const file = await nodeFiles.read(uriOf(path))
  if (!isText(file)) throw new Failure(`“${name}” ${file.failure}.`)
  const review = readReview(file.text, uriOf(path))
  if (!review) {
    throw new Failure(
      `No review is recognised in “${name}”.`,
      'Give the article’s page on PubMed saved as text, its PubMed record (NBIB), or its full text in JATS XML.',
    )
  }
  const draft = draftPack(review)
  const said = `${counted(draft.concepts.length, 'concept')} drafted from “${review.article.title}”`
  if (output === undefined) io.out(writeDraft(draft))
  else {
    const written = resolve(io.cwd, output)
    await writeFileWhole(written, writeDraft(draft))
    if (review.references.length > 0) {
      const list = written.replace(/(?:\.ya?ml|\.json)?$/i, '.references.json')
      await writeFileWhole(
        list,
        writeReferences(
          review.references.map(({ item }) => item),
          'csl-json',
        ),
      )
      io.err(`${counted(review.references.length, 'reference')} in ${printable(displayPath(list, io.cwd))}\n`)
    }
  }
  io.err(`${printable(said)}. It is a draft: edit it, then “stroma lexicon check”.\n`)
  return 0
}
