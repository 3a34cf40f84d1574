import type { LexiconReport } from './requests.ts'

type NameOf = (uri: string) => string

/** What a manuscript's terms are known from, as lines of a report; places are added to `links`. */
export function lexiconLines(
  lexicons: readonly LexiconReport[],
  nameOf: NameOf,
  links: Map<string, string>,
): readonly string[] {
  return lexicons.flatMap(lexicon => {
    const { path, uri, format, packs, concepts, forms, problems, off, failure, notes } = lexicon
    if (uri !== undefined && format !== 'index') links.set(nameOf(uri), uri)
    const from = uri === undefined ? path : nameOf(uri)
    if (failure !== undefined) return [`- **Not read:** ${failure}`]
    if (off) return [`- Switched off: ${from}`]
    const told = problems.map(({ message, uri, range }) => {
      const place = range ? `${nameOf(uri)}:${range.start.line + 1}` : nameOf(uri)
      links.set(place, range ? `${uri}#L${range.start.line + 1}` : uri)
      return `  - ${place}: ${message}`
    })
    return [
      `- ${concepts} concepts, ${forms} surface forms${DECLARED[lexicon.declaredIn]}, from ${from}`,
      ...packs.map(({ title, version, licence }) => `  - “${title}” ${version}, licence ${licence}`),
      ...notes.map(note => `  - **${note}**`),
      ...told,
    ]
  })
}

const DECLARED: Record<LexiconReport['declaredIn'], string> = {
  'front-matter': ', named in the front matter',
  configuration: ', named in the settings',
  'built-in': ', shipped with Stroma',
}
