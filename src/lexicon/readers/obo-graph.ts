import type { Span } from '../../text/span.ts'
import type { Identifier, Relation, SurfaceForm } from '../concept.ts'
import { crossReference, degreeOf, distinctIdentifiers } from './cross-references.ts'
import { formsOf, gathering, identifierOf, type LexiconReader, sourceNamed, versionOf } from './reader.ts'

type Data = Readonly<Record<string, unknown>>

/** OBO Graphs, the JSON form of OBO ontologies: `{"graphs": [{"nodes": [...], "edges": [...]}]}`. */
export const oboGraph: LexiconReader = {
  format: 'obo-graph',
  extensions: ['.json'],
  recognises: text => /^\s*\{/.test(text) && /"graphs"\s*:\s*\[/.test(text.slice(0, 5000)),

  read(text, uri) {
    let data: unknown
    try {
      data = JSON.parse(text)
    } catch (error) {
      const reading = gathering(sourceNamed(uri), text.length)
      const message = error instanceof Error ? error.message : String(error)
      const place = Number(/position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? text.length : 0))
      reading.complain(`This JSON does not parse: ${message.replace(/ in JSON at position.*$/, '')}.`, place, place + 1)
      return reading.finish()
    }
    const graphs = listOf(recordOf(data)?.graphs)
      .map(recordOf)
      .filter(graph => graph !== undefined)
    const meta = recordOf(graphs[0]?.meta)
    const id = compact(textOf(graphs[0]?.id) ?? '')
    const property = (name: RegExp) =>
      textOf(
        listOf(meta?.basicPropertyValues)
          .map(recordOf)
          .find(one => name.test(textOf(one?.pred) ?? ''))?.val,
      )
    const release = textOf(meta?.version) ?? property(/versionInfo$/)
    const version = release && versionOf(release)
    const title = property(/\/title$/) ?? id
    const licence = property(/\/(?:license|rights)$/)
    const gathered = gathering(
      sourceNamed(uri, {
        ...(title && { title, citation: version ? `${title}, ${version}` : title }),
        ...(licence && { licence }),
        ...(version && { version }),
      }),
      text.length,
    )
    if (graphs.length === 0) gathered.complain('This JSON has no graph with nodes.', 0, 1)
    for (const graph of graphs) {
      const relations = edgesOf(graph)
      for (const node of listOf(graph.nodes)) readNode(recordOf(node) ?? {}, relations, gathered, id || uri, text)
    }
    for (const { iri, name, by } of graphs.flatMap(({ nodes }) => listOf(nodes).flatMap(replacedOf))) {
      gathered.retire(name, by, placeOf(text, iri, 0))
    }
    return gathered.finish()
  },
}

function readNode(
  node: Data,
  relations: ReadonlyMap<string, Relation[]>,
  gathered: ReturnType<typeof gathering>,
  source: string,
  text: string,
): void {
  const iri = textOf(node.id)
  const label = textOf(node.lbl)
  const meta = recordOf(node.meta) ?? {}
  if (!iri || !label || (node.type !== undefined && node.type !== 'CLASS') || meta.deprecated === true) return
  const id = compact(iri)
  const definition = textOf(recordOf(meta.definition)?.val)
  const namespace = listOf(meta.basicPropertyValues)
    .map(recordOf)
    .find(property => textOf(property?.pred)?.endsWith('hasOBONamespace'))
  const identifier = identifierOf(id, label, source)
  const place = (nth: number): Span => placeOf(text, iri, nth)
  const complain = (message: string, { start, end }: Span) => gathered.complain(message, start, end)
  const added = gathered.add(
    {
      id,
      label,
      category: textOf(namespace?.val)?.replaceAll('_', ' ') ?? id.split(':')[0] ?? 'concept',
      statements: definition ? [{ text: definition, place: `${id}, definition` }] : [],
      relations: relations.get(iri) ?? [],
      surfaceForms: formsOf(label, listOf(meta.synonyms).flatMap(synonymOf), why => complain(why, place(0))),
      identifiers: distinctIdentifiers([identifier, ...listOf(meta.xrefs).map(xref => crossReferenceOf(xref, source))]),
    },
    () => place(0),
  )
  if (!added) complain(`The id “${id}” is taken by an earlier node; this one is left out.`, place(1))
}

/** A cross-reference of the node itself; those of its definition and synonyms are their sources. */
function crossReferenceOf(given: unknown, source: string): Identifier | undefined {
  const xref = recordOf(given)
  const id = textOf(xref?.val)
  const qualifiers = listOf(recordOf(xref?.meta)?.basicPropertyValues).map(one => textOf(recordOf(one)?.val) ?? '')
  return id ? crossReference(id, source, degreeOf(qualifiers.join(' '))) : undefined
}

/** The name of a term that was given up, and what replaces it. */
function replacedOf(given: unknown): { readonly iri: string; readonly name: string; readonly by: string }[] {
  const node = recordOf(given)
  const meta = recordOf(node?.meta)
  const name = textOf(node?.lbl)?.replace(/^obsolete /, '')
  const by = textOf(
    listOf(meta?.basicPropertyValues)
      .map(recordOf)
      .find(property => /IAO[_:]0100001$/.test(textOf(property?.pred) ?? ''))?.val,
  )
  const iri = textOf(node?.id)
  return meta?.deprecated === true && iri && name && by ? [{ iri, name, by: compact(by) }] : []
}

function synonymOf(given: unknown): SurfaceForm[] {
  const synonym = recordOf(given)
  const text = textOf(synonym?.val)
  if (!text) return []
  const exact = synonym?.pred === 'hasExactSynonym'
  const abbreviation = /abbreviation|OMO_0003000/i.test(textOf(synonym?.synonymType) ?? '')
  return [{ text, kind: abbreviation ? 'abbreviation' : 'synonym', ...(exact ? {} : { ambiguous: true }) }]
}

function edgesOf(graph: Data): Map<string, Relation[]> {
  const relations = new Map<string, Relation[]>()
  for (const given of listOf(graph.edges)) {
    const edge = recordOf(given)
    const [from, to, pred] = [textOf(edge?.sub), textOf(edge?.obj), textOf(edge?.pred)]
    if (!from || !to || pred !== 'is_a') continue
    const list = relations.get(from) ?? []
    list.push({ relation: 'is-a', concept: compact(to), place: compact(from) })
    relations.set(from, list)
  }
  return relations
}

/** Where the id of a node stands, the `nth` from 0 of those that are the same; a parsed JSON does not tell. */
function placeOf(text: string, iri: string, nth: number): Span {
  const found = [...text.matchAll(new RegExp(`"id"\\s*:\\s*${escaped(JSON.stringify(iri))}`, 'g'))]
  const match = found[nth] ?? found[0]
  return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: 1 }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** `http://purl.obolibrary.org/obo/CL_0000034` is written `CL:0000034`. */
const compact = (iri: string): string =>
  /[/#]([A-Za-z]\w*?)_(\w+)$/.exec(iri)?.slice(1).join(':') ?? iri.replace(/^.*[/#](?=[^/#]+$)/, '')

const recordOf = (value: unknown): Data | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : undefined
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
