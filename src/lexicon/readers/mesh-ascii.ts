import { MESH, meshCategory, meshForms } from './mesh.ts'
import { formsOf, gathering, type LexiconReader, linesOf, sourceNamed } from './reader.ts'

/** MeSH descriptors in ASCII, `d2026.bin`: `*NEWRECORD`, then one `KEY = value` a line; entry terms end at their first `|`. */
export const meshAscii: LexiconReader = {
  format: 'mesh-ascii',
  extensions: ['.bin'],
  recognises: text => /^\s*\*NEWRECORD\s*$/m.test(text.slice(0, 2000)),

  read(text, uri) {
    const version = /(\d{4})/.exec(uri.replace(/^.*[\\/]/, ''))?.[1]
    const source = sourceNamed(uri, { ...MESH, ...(version && { version }) })
    const gathered = gathering(source, text.length)
    let record = new Map<string, string[]>()
    let from = 0
    const close = (end: number) => {
      if (record.size > 0) addRecord(record, from, end, gathered, source.title)
      record = new Map()
    }
    for (const { line, start } of linesOf(text)) {
      if (line.startsWith('*NEWRECORD')) {
        close(start)
        from = start
        continue
      }
      if (line.trim() === '') continue
      const equals = line.indexOf(' = ')
      if (equals < 0) {
        gathered.complain('This line is no “KEY = value”; it is left out.', start, start + line.length)
        continue
      }
      const key = line.slice(0, equals).trim()
      record.set(key, [...(record.get(key) ?? []), line.slice(equals + 3).trim()])
    }
    close(text.length)
    return gathered.finish()
  },
}

function addRecord(
  record: ReadonlyMap<string, readonly string[]>,
  start: number,
  end: number,
  gathered: ReturnType<typeof gathering>,
  source: string,
): void {
  const [label] = record.get('MH') ?? []
  const [id] = record.get('UI') ?? []
  // supplementary and qualifier records have other keys
  if (!label && record.has('SH')) return
  if (!label || !id) {
    gathered.complain('This record has no heading (MH) or no UI; it is left out.', start, Math.min(end, start + 200))
    return
  }
  const entries = [...(record.get('PRINT ENTRY') ?? []), ...(record.get('ENTRY') ?? [])].map(
    entry => entry.split('|')[0]!,
  )
  const [inverted] = meshForms([label])
  const [note] = record.get('MS') ?? []
  const added = gathered.add({
    id,
    label: inverted?.text ?? label,
    category: meshCategory(record.get('MN')?.[0]),
    statements: note ? [{ text: note, place: `${id}, scope note` }] : [],
    relations: [],
    surfaceForms: formsOf(inverted?.text ?? label, meshForms([label, ...entries]), why =>
      gathered.complain(why, start, Math.min(end, start + 200)),
    ),
    identifiers: [{ system: 'mesh', id, label, match: 'exact', source }],
  })
  if (!added)
    gathered.complain(`The heading “${id}” is there already; this one is left out.`, start, Math.min(end, start + 200))
}
