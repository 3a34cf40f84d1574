import type { Span } from '../../text/span.ts'
import type { Identifier, PackSource, Relation, Statement, SurfaceForm } from '../concept.ts'
import { whyUnusable } from '../usable-form.ts'
import { crossReference, degreeOf, distinctIdentifiers } from './cross-references.ts'
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
    const source = sourceOf(firstStanza(text, 0), uri)
    const gathered = gathering(source, text.length)
    const relationNames = typedefsOf(text)
    for (const stanza of stanzasOf(text, gathered.complain)) {
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
        if (by) gathered.retire(name.replace(/^obsolete /, ''), by, { start: stanza.start, end })
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
          identifiers: distinctIdentifiers([identifier, ...crossReferencesOf(stanza, source.title)]),
        },
        placeOfIsA(text, stanza.start, end),
      )
      if (!added)
        gathered.complain(`The id “${id}” is taken by an earlier term; this one is left out.`, stanza.start, end)
    }
    return gathered.finish()
  },
}

type Complain = (message: string, start: number, end: number) => void

/** The header and every stanza, one at a time: all of them at once would take more memory than what becomes of them. */
function* stanzasOf(text: string, complain: Complain, from = 0): Generator<Stanza, undefined> {
  let stanza: Stanza = { type: '', start: from, tags: [] }
  for (const { line, start } of linesOf(text, from)) {
    const end = start + line.length
    if (line.trim() === '' || line.startsWith('!')) continue
    const type = /^\[(\w+)\]\s*$/.exec(line)?.[1]
    if (type) {
      if (start > from) yield stanza
      stanza = { type, start, tags: [] }
      continue
    }
    const colon = line.indexOf(':')
    if (line.startsWith('[') || colon < 1) {
      const isHead = /^\[\w+\s*$/.test(line)
      complain(
        isHead
          ? 'The head of this stanza is not closed by “]”; the stanza is left out.'
          : 'This line is no tag of OBO; it is left out.',
        start,
        end,
      )
      if (!line.startsWith('[')) continue
      // an unreadable stanza head would put its tags into the stanza before
      yield stanza
      stanza = { type: '', start, tags: [] }
      continue
    }
    stanza.tags.push({ tag: line.slice(0, colon), value: line.slice(colon + 1).trim(), start, end })
  }
  yield stanza
  return undefined
}

const firstStanza = (text: string, from: number): Stanza =>
  stanzasOf(text, () => undefined, from).next().value ?? { type: '', start: from, tags: [] }

/** The names of relations by their ids; they stand at the end of a file and are wanted from its beginning. */
function typedefsOf(text: string): ReadonlyMap<string | undefined, string | undefined> {
  const names = new Map<string | undefined, string | undefined>()
  for (const { index } of text.matchAll(/^\[Typedef\]/gm)) {
    const stanza = firstStanza(text, index)
    names.set(first(stanza, 'id'), first(stanza, 'name'))
  }
  return names
}

/** Where a term says that it is a kind of another one. Keeps nothing of the term. */
const placeOfIsA =
  (text: string, start: number, end: number) =>
  ({ concept }: Relation): Span => {
    const [tag] =
      new RegExp(`^is_a:\\s*${concept.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?!\\S)`, 'm').exec(
        text.slice(start, end),
      ) ?? []
    const place = tag === undefined ? start : text.indexOf(tag, start)
    return { start: place, end: tag === undefined ? end : place + tag.length }
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

/** `xref: MESH:D000000 "label" {source="MONDO:equivalentTo"}` of the term itself; those of its definition and synonyms are their sources. */
function* crossReferencesOf({ tags }: Stanza, source: string): Iterable<Identifier | undefined> {
  for (const { tag, value } of tags) {
    const mapped = tag === 'property_value' ? /^(?:skos:)?(\w+Match)\s+"?([^\s"]+)/.exec(value) : undefined
    if (mapped) yield crossReference(mapped[2]!, source, degreeOf(mapped[1]!))
    if (tag !== 'xref') continue
    const [id = '', label] = /^((?:\\.|[^\s"{])+)(?:\s+"((?:[^"\\]|\\.)*)")?/.exec(value)?.slice(1) ?? []
    const identifier = crossReference(unescaped(id), source, degreeOf(/\{([^{}]*)\}/.exec(value)?.[1] ?? ''))
    yield identifier && label ? { ...identifier, label: unescaped(label) } : identifier
  }
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
