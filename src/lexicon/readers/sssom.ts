import type { Identifier } from '../concept.ts'
import { rowsOf } from './delimited.ts'
import { formsOf, gathering, identifierOf, type LexiconReader, linesOf, sourceNamed } from './reader.ts'

const DEGREES: readonly (readonly [RegExp, Identifier['match']])[] = [
  [/exactMatch|equivalent|sameAs/i, 'exact'],
  [/closeMatch/i, 'close'],
  [/broadMatch/i, 'broad'],
  [/narrowMatch/i, 'narrow'],
]

/** SSSOM mappings: each subject becomes a concept whose identifiers are the objects it is mapped to. */
export const sssom: LexiconReader = {
  format: 'sssom',
  extensions: ['.sssom.tsv', '.sssom.csv'],
  recognises: text => /^(?:#.*(?:\r\n|\n|\r))*[^\r\n]*\bsubject_id\b[^\r\n]*\bobject_id\b/.test(text.slice(0, 20_000)),

  read(text, uri) {
    const { data, header, offset } = withoutHeader(text)
    const title = header.get('mapping_set_title') ?? header.get('mapping_set_id')
    const version = header.get('mapping_set_version')
    const licence = header.get('license')
    const source = sourceNamed(uri, {
      ...(title && { title }),
      ...(version && { version }),
      ...(licence && { licence }),
    })
    const gathered = gathering(source, text.length)
    const [head, ...rows] = rowsOf(data, data.slice(0, data.search(/[\r\n]|$/)).includes('\t') ? '\t' : ',')
    const column = (name: string) => head?.cells.findIndex(cell => cell.trim() === name) ?? -1
    const [subject, label, predicate, object, objectLabel] = [
      'subject_id',
      'subject_label',
      'predicate_id',
      'object_id',
      'object_label',
    ].map(column) as [number, number, number, number, number]
    for (const { cells, start, end } of rows) {
      const id = cells[subject]?.trim()
      const name = cells[label]?.trim()
      const target = cells[object]?.trim()
      if (!id || !target) {
        gathered.complain('This mapping has no subject or no object; it is left out.', offset + start, offset + end)
        continue
      }
      const match = DEGREES.find(([pattern]) => pattern.test(cells[predicate] ?? ''))?.[1] ?? 'related'
      const mapped = identifierOf(target, cells[objectLabel]?.trim() ?? '', source.title)
      const identifiers = mapped ? [{ ...mapped, match }] : []
      const known = gathered.get(id)
      if (known) gathered.replace({ ...known, identifiers: [...known.identifiers, ...identifiers] })
      else if (name && name.length > 1) {
        const own = identifierOf(id, name, source.title)
        gathered.add({
          id,
          label: name,
          category: id.split(':')[0] ?? 'concept',
          statements: [],
          relations: [],
          surfaceForms: formsOf(name, []),
          identifiers: own ? [own, ...identifiers] : identifiers,
        })
      } else
        gathered.complain(
          `The subject “${id}” has no label to be found by; it is left out.`,
          offset + start,
          offset + end,
        )
    }
    return gathered.finish()
  },
}

/** The `#` lines at the head are YAML; of them only `key: value` is read. */
function withoutHeader(text: string) {
  const header = new Map<string, string>()
  let offset = 0
  for (const { line, start } of linesOf(text)) {
    offset = start
    if (!line.startsWith('#')) break
    const found = /^#\s?(\w+):\s*"?([^"]*)"?\s*$/.exec(line)
    if (found) header.set(found[1]!, found[2]!.trim())
    offset = start + line.length
  }
  return { header, data: text.slice(offset), offset }
}
