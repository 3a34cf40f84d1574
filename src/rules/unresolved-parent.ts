import type { Library, MissingParent, Reference } from '../bibliography/reference.ts'
import { citedReferences } from './cited-references.ts'
import { defineRule, type Finding } from './rule.ts'

export const unresolvedParent = defineRule({
  id: 'unresolved-parent',
  summary: 'Every entry that a cited reference takes fields from is in its bibliography.',
  why: 'Pandoc says nothing of a `crossref`, `xdata` or `xref` that it does not find: the book, its editors or the year are just not printed.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a crossref in other letters than the key of the book',
      files: `
//- refs.bib
@incollection{roe2001, title = {Stroma}, author = {Roe, Jan}, year = 2001, crossref = {Matrix2001}}
                                                                                       ^^^^^^^^^^ warning unresolved-parent: No entry of this bibliography has the key “Matrix2001”, so nothing is taken over from it. Did you mean “matrix2001”?
@collection{matrix2001, title = {The Matrix}, editor = {Poe, Ann}, publisher = {Press}, year = 2001}
//- paper.md
---
bibliography: refs.bib
---
As was shown [@roe2001].
`,
    },
  ],

  *check(analysis) {
    const told = new Set<string>()
    for (const reference of citedReferences(analysis).keys()) {
      for (const parent of reference.missingParents ?? []) {
        const place = `${reference.location.uri} ${parent.span.start} ${parent.key}`
        if (!told.has(place)) yield finding(reference, parent, analysis.library)
        told.add(place)
      }
    }
  },
})

function finding({ location: { uri } }: Reference, parent: MissingParent, library: Library): Finding {
  const { span, nearest } = parent
  const isKey = span.end - span.start === parent.key.length
  const fix = nearest && isKey && { title: `Write “${nearest}”`, edits: [{ span, newText: nearest }], safe: false }
  return { uri, span, message: messageFor(parent, elsewhere(parent.key, uri, library)), ...(fix && { fixes: [fix] }) }
}

/** The name of another bibliography that has the entry. */
function elsewhere(key: string, uri: string, { references }: Library): string | undefined {
  const other = references.get(key)?.location.uri
  return other && other !== uri ? decodeURIComponent(other.slice(other.lastIndexOf('/') + 1)) : undefined
}

function messageFor({ key, field, nearest, isAlias }: MissingParent, other: string | undefined): string {
  if (isAlias)
    return `“${key}” is another name of “${nearest}”, and Pandoc follows only the key itself. Write “${nearest}”.`
  const loss = field === 'xref' ? ', which is named here' : ', so nothing is taken over from it'
  const advice = other
    ? ` “${other}” has it, but Pandoc looks only in the same file; put it here as well.`
    : nearest
      ? ` Did you mean “${nearest}”?`
      : ''
  const entry = field === 'xdata' ? '@xdata entry' : 'entry'
  return `No ${entry} of this bibliography has the key “${key}”${loss}.${advice}`
}
