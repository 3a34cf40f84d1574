import { stringify } from 'yaml'
import type { PackDraft } from '../../features/draft-pack.ts'

const HEAD = `A draft: nothing in it is settled. For each concept
- keep it only if the review has something to say of it, and give it a category;
- put each statement into your own words, or take it out: quotations only lead you to the place;
- mark forms that mean other things elsewhere as ambiguous, and say which words speak for this meaning (cues).
State the licence of your words. “stroma lexicon check” says what is still wrong.`

/** A drafted pack as YAML to be edited. */
export function writeDraft({ source, concepts }: PackDraft): string {
  const { id, title, version, licence, citation, doi, pmid } = source
  const pack = {
    schemaVersion: 1,
    id,
    title,
    version,
    licence,
    source: { citation, ...(doi && { doi }), ...(pmid && { pmid }) },
    concepts: concepts.map(({ statements, surfaceForms, ...concept }) => ({
      ...concept,
      ...(statements.length > 0 && { statements }),
      ...(surfaceForms.length > 0 && { surfaceForms }),
    })),
  }
  const comment = HEAD.split('\n')
    .map(line => `# ${line}\n`)
    .join('')
  return `${comment}${stringify(pack, { lineWidth: 120, defaultStringType: 'PLAIN' })}`
}
