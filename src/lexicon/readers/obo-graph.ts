import type { Relation, SurfaceForm } from '../concept.ts'
import { formsOf, gathering, identifierOf, type LexiconReader, sourceNamed } from './reader.ts'

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
      reading.complain(`This JSON does not parse: ${error instanceof Error ? error.message : error}.`, 0, 1)
      return reading.finish()
    }
    const graphs = listOf(recordOf(data)?.graphs)
      .map(recordOf)
      .filter(graph => graph !== undefined)
    const meta = recordOf(graphs[0]?.meta)
    const id = compact(textOf(graphs[0]?.id) ?? '')
    const version = textOf(meta?.version)
    const gathered = gathering(
      sourceNamed(uri, {
        ...(id && { title: id, citation: version ? `${id}, ${version}` : id }),
        ...(version && { version }),
      }),
      text.length,
    )
    if (graphs.length === 0) gathered.complain('This JSON has no graph with nodes.', 0, 1)
    for (const graph of graphs) {
      const relations = edgesOf(graph)
      for (const node of listOf(graph.nodes)) readNode(recordOf(node) ?? {}, relations, gathered, id || uri)
    }
    return gathered.finish()
  },
}

function readNode(
  node: Data,
  relations: ReadonlyMap<string, Relation[]>,
  gathered: ReturnType<typeof gathering>,
  source: string,
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
  const added = gathered.add({
    id,
    label,
    category: textOf(namespace?.val)?.replaceAll('_', ' ') ?? id.split(':')[0] ?? 'concept',
    statements: definition ? [{ text: definition, place: `${id}, definition` }] : [],
    relations: relations.get(iri) ?? [],
    surfaceForms: formsOf(label, listOf(meta.synonyms).flatMap(synonymOf)),
    identifiers: identifier ? [identifier] : [],
  })
  if (!added) gathered.complain(`The id “${id}” is taken by an earlier node; this one is left out.`, 0, 1)
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

/** `http://purl.obolibrary.org/obo/CL_0000034` is written `CL:0000034`. */
const compact = (iri: string): string =>
  /[/#]([A-Za-z]\w*?)_(\w+)$/.exec(iri)?.slice(1).join(':') ?? iri.replace(/^.*[/#](?=[^/#]+$)/, '')

const recordOf = (value: unknown): Data | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : undefined
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
