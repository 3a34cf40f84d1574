import type { PackSource, Relation, Statement, SurfaceForm } from '../concept.ts'
import { whyUnusable } from '../usable-form.ts'
import { formsOf, gathering, identifierOf, type LexiconReader, linesOf, sourceNamed, versionOf } from './reader.ts'

/** A stanza of an OBO file: its tags in order, each with its place. */
interface Stanza {
  readonly type: string
  readonly start: number
  readonly tags: { readonly tag: string; readonly value: string; readonly start: number; readonly end: number }[]
}

/** OBO 1.2 and 1.4, as ontologies such as GO and CL are released in. Obsolete terms give their names to their successors. */
export const obo: LexiconReader = {
  format: 'obo',
  extensions: ['.obo'],
  recognises: text =>
    /^(?:format-version:|\[Term\]|ontology:|id:\s)/m.test(text.slice(0, 2000)) && /^\[Term\]/m.test(text),

  read(text, uri) {
    const { header, stanzas, broken } = stanzasOf(text)
    const source = sourceOf(header, uri)
    const gathered = gathering(source, text.length)
    for (const { message, start, end } of broken) gathered.complain(message, start, end)
    const relationNames = new Map(
      stanzas.filter(({ type }) => type === 'Typedef').map(stanza => [first(stanza, 'id'), first(stanza, 'name')]),
    )
    const replaced: { readonly name: string; readonly by: string }[] = []
    for (const stanza of stanzas) {
      if (stanza.type !== 'Term') continue
      const id = first(stanza, 'id')
      const name = unescaped(first(stanza, 'name') ?? '')
      const end = stanza.tags.at(-1)?.end ?? stanza.start + 6
      if (!id) {
        gathered.complain('This term has no id; it is left out.', stanza.start, end)
        continue
      }
      // imports name terms of other ontologies by id alone
      if (!name) continue
      if (first(stanza, 'is_obsolete') === 'true') {
        const by = first(stanza, 'replaced_by')
        if (by) replaced.push({ name: name.replace(/^obsolete /, ''), by })
        continue
      }
      const identifier = identifierOf(id, name, source.title)
      const added = gathered.add(
        {
          id,
          label: name,
          category: categoryOf(stanza, id),
          statements: definitionsOf(stanza, id),
          relations: relationsOf(stanza, relationNames),
          surfaceForms: formsOf(name, synonymsOf(stanza, gathered.complain), why =>
            gathered.complain(why, stanza.start, end),
          ),
          identifiers: identifier ? [identifier] : [],
        },
        ({ concept }) =>
          stanza.tags.find(({ tag, value }) => tag === 'is_a' && bare(value) === concept) ?? {
            start: stanza.start,
            end,
          },
      )
      if (!added)
        gathered.complain(`The id “${id}” is taken by an earlier term; this one is left out.`, stanza.start, end)
    }
    for (const { name, by } of replaced) {
      const concept = gathered.get(by)
      if (!concept || concept.surfaceForms.some(({ text }) => text === name)) continue
      gathered.replace({ ...concept, surfaceForms: [...concept.surfaceForms, { text: name, kind: 'obsolete' }] })
    }
    return gathered.finish()
  },
}

function stanzasOf(text: string) {
  const header: Stanza = { type: '', start: 0, tags: [] }
  const stanzas: Stanza[] = []
  const broken: { message: string; start: number; end: number }[] = []
  let stanza = header
  for (const { line, start } of linesOf(text)) {
    const end = start + line.length
    if (line.trim() === '' || line.startsWith('!')) continue
    const type = /^\[(\w+)\]\s*$/.exec(line)?.[1]
    if (type) {
      stanza = { type, start, tags: [] }
      stanzas.push(stanza)
      continue
    }
    const colon = line.indexOf(':')
    if (line.startsWith('[') || colon < 1) {
      broken.push({ message: 'This line is no tag of OBO; it is left out.', start, end })
      // an unreadable stanza head would put its tags into the stanza before
      if (line.startsWith('[')) stanza = { type: '', start, tags: [] }
      continue
    }
    stanza.tags.push({ tag: line.slice(0, colon), value: line.slice(colon + 1).trim(), start, end })
  }
  return { header, stanzas, broken }
}

function sourceOf(header: Stanza, uri: string): PackSource {
  const id = first(header, 'ontology')
  const property = (name: RegExp) =>
    header.tags
      .find(({ tag, value }) => tag === 'property_value' && name.test(value))
      ?.value.match(/\s"?(\S[^"]*)"?/)?.[1]
  const release = first(header, 'data-version') ?? property(/versionInfo/i) ?? first(header, 'date')
  const version = release && versionOf(release)
  const title = property(/title/i) ?? id
  const licence = property(/licen[sc]e/i)
  return sourceNamed(uri, {
    ...(id && { id }),
    ...(title && { title, citation: version ? `${title}, ${version}` : title }),
    ...(version && { version }),
    ...(licence && { licence: licence.replace(/\s+xsd:.*$/, '') }),
  })
}

const first = ({ tags }: Stanza, wanted: string): string | undefined => {
  const value = tags.find(({ tag }) => tag === wanted)?.value
  return value === undefined ? undefined : bare(value)
}

/** A value without the comment and the modifiers at its end. */
const bare = (value: string): string =>
  value
    .replace(/\s+!\s.*$/, '')
    .replace(/\s*\{[^{}]*\}\s*$/, '')
    .trim()

const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? ' ' : letter === 't' ? ' ' : letter))

/** `"text" SCOPE TYPE [sources]` */
const quoted = (value: string): { text: string; rest: string } | undefined => {
  const found = /^"((?:[^"\\]|\\.)*)"\s*(.*)$/s.exec(value)
  return found ? { text: unescaped(found[1]!), rest: found[2]! } : undefined
}

function categoryOf(stanza: Stanza, id: string): string {
  const namespace = first(stanza, 'namespace')
  return namespace ? namespace.replaceAll('_', ' ') : (id.split(':')[0] ?? id)
}

function definitionsOf(stanza: Stanza, id: string): Statement[] {
  return stanza.tags
    .filter(({ tag }) => tag === 'def')
    .flatMap(({ value }) => quoted(value) ?? [])
    .map(({ text }) => ({ text, place: `${id}, definition` }))
}

function relationsOf(stanza: Stanza, names: ReadonlyMap<string | undefined, string | undefined>): Relation[] {
  return stanza.tags.flatMap(({ tag, value }) => {
    const place = `${first(stanza, 'id')}`
    if (tag === 'is_a') return [{ relation: 'is-a', concept: bare(value), place }]
    if (tag !== 'relationship') return []
    const [type, target] = bare(value).split(/\s+/)
    if (!type || !target) return []
    const name = (names.get(type) ?? type)
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-+|-+$/g, '')
    return name ? [{ relation: name, concept: target, place }] : []
  })
}

/** Exact synonyms stand for the concept; broader, narrower and related ones only where the text supports it. */
function synonymsOf(stanza: Stanza, complain: (message: string, start: number, end: number) => void): SurfaceForm[] {
  return stanza.tags.flatMap(({ tag, value, start, end }): SurfaceForm[] => {
    if (!/^(?:exact_|broad_|narrow_|related_)?synonym$/.test(tag)) return []
    const synonym = quoted(value)
    if (!synonym) {
      complain('This synonym is not in quotation marks; it is left out.', start, end)
      return []
    }
    const why = whyUnusable(synonym.text.trim())
    if (why) {
      complain(why, start, end)
      return []
    }
    const exact = tag === 'exact_synonym' || /^EXACT\b/.test(synonym.rest)
    const abbreviation = /\b(?:ABBREVIATION|OMO:0003000|abbreviation|acronym)\b/.test(synonym.rest)
    return [
      { text: synonym.text, kind: abbreviation ? 'abbreviation' : 'synonym', ...(exact ? {} : { ambiguous: true }) },
    ]
  })
}
