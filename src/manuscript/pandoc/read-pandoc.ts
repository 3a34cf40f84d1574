import { lazy } from '../../text/memo.ts'
import type { Change } from '../change.ts'
import type { FrontMatter } from '../front-matter.ts'
import type { Link } from '../manuscript.ts'
import type { Reading } from '../reading.ts'
import { type Contribution, contributionOf, type Definitions, gather } from './definitions.ts'
import type { PandocOptions } from './environment.ts'
import type { MetadataFacts } from './facts.ts'
import { joined, type Lists } from './lists.ts'
import { readMetadataStrings } from './metadata-strings.ts'
import { AT_THE_START, type Carried, type Piece } from './pieces.ts'
import { referenceKey } from './reference-key.ts'
import { readPieces, rereadPieces } from './reread.ts'
import { settle } from './settle.ts'
import { listsAt } from './settled.ts'

export type { PandocOptions } from './environment.ts'

/** A reading that can be gone on from when the text has changed. */
export interface PandocReading extends Reading {
  readonly state: PandocState
}

interface PandocState {
  readonly text: string
  readonly frontMatter: FrontMatter
  readonly options: PandocOptions
  readonly metadata: Metadata
  readonly bodyStart: number
  readonly pieces: readonly Piece[]
  readonly definitions: Definitions
}

interface Metadata {
  readonly groups: readonly MetadataFacts[]
  readonly after: Carried
}

/**
 * Reads a text as Pandoc 3.10 does with `--from markdown`. The front matter is the caller's to find. With the reading
 * of an earlier text and what changed since, only the blocks that the change can concern are read.
 */
export function readPandoc(
  text: string,
  frontMatter: FrontMatter,
  options: PandocOptions,
  earlier?: { readonly state: PandocState; readonly change: Change },
): PandocReading {
  const old = earlier?.state
  const metadata =
    old?.frontMatter === frontMatter ? old.metadata : readMetadataStrings(frontMatter, options, AT_THE_START)
  const bodyStart = frontMatter.span?.end ?? 0
  const pieces = earlier
    ? rereadPieces(
        { text: earlier.state.text, start: earlier.state.bodyStart, pieces: earlier.state.pieces },
        text,
        bodyStart,
        earlier.change,
        metadata.after,
        options,
      )
    : readPieces(text, bodyStart, metadata.after, options)
  const last = pieces[pieces.length - 1]
  const examples = last?.after ?? metadata.after
  const definitions = gather(contributions(metadata, pieces), examples.labels, old?.definitions)
  const state = { text, frontMatter, options, metadata, bodyStart, pieces, definitions }
  return { ...listed(state), state }
}

const CONTRIBUTIONS = new WeakMap<object, Contribution | null>()

function* contributions({ groups }: Metadata, pieces: readonly Piece[]): Iterable<Contribution> {
  for (const group of [...groups, ...pieces]) {
    let known = CONTRIBUTIONS.get(group)
    if (known === undefined) CONTRIBUTIONS.set(group, (known = contributionOf(group.facts) ?? null))
    if (known) yield known
  }
}

/** The lists of a reading, each put together when it is first asked for. */
function listed({ frontMatter, metadata, bodyStart, pieces, definitions }: PandocState): Reading {
  const heads = lazy(() => metadata.groups.map(({ field, facts }) => ({ field, lists: settle(facts, definitions) })))
  const of = <List extends keyof Lists>(list: List): Lists[List][number][] => {
    const all: Lists[List][number][] = []
    for (const { field, lists } of heads()) {
      if (list !== 'citations') all.push(...(lists[list] as Lists[List][number][]))
      else if (!definitions.fields.has(field)) {
        for (const citation of lists.citations) (all as Lists['citations']).push({ ...citation, field })
      }
    }
    let at = bodyStart
    for (const piece of pieces) {
      for (const item of listsAt(piece, at, definitions, list)) all.push(item)
      at += piece.length
    }
    return all
  }
  const destinations = lazy(() => {
    const found = new Map<string, Link['destination']>()
    for (const { label, destination } of linkDefinitions()) found.set(referenceKey(label), destination)
    return found
  })
  const withDestinations = <Item extends Link>(links: readonly Item[]): Item[] =>
    links.map(link => {
      const destination = link.reference && destinations().get(referenceKey(link.reference.value))
      return destination ? { ...link, destination } : link
    })
  const linkDefinitions = lazy(() => of('linkDefinitions'))
  const lists = {
    blocks: lazy(() => of('blocks')),
    citations: lazy(() => of('citations')),
    attributes: lazy(() => of('attributes')),
    headings: lazy(() => of('headings')),
    links: lazy(() => withDestinations(of('links'))),
    images: lazy(() => withDestinations(of('images'))),
    linkDefinitions,
    footnotes: lazy(() => ({ references: of('noteReferences'), definitions: of('noteDefinitions') })),
    code: lazy(() => of('code')),
    math: lazy(() => of('math')),
    rawTex: lazy(() => of('rawTex')),
    comments: lazy(() => of('comments')),
    nonProse: lazy(() => joined(frontMatter.span ? [frontMatter.span, ...bodyOnly(of('nonProse'))] : of('nonProse'))),
    problems: lazy(() => problemsOf(bodyStart, pieces)),
  }
  const bodyOnly = (spans: Lists['nonProse']) => spans.filter(({ start }) => start >= bodyStart)
  return { ...getters(lists), roles: [], directives: [] }
}

function problemsOf(bodyStart: number, pieces: readonly Piece[]): Reading['problems'] {
  let at = bodyStart
  return pieces.flatMap(piece => {
    const from = at
    at += piece.length
    return piece.problems.map(({ message, span }) => ({
      message,
      span: { start: span.start + from, end: span.end + from },
    }))
  })
}

function getters<Values extends Record<string, () => unknown>>(
  values: Values,
): { [Key in keyof Values]: ReturnType<Values[Key]> } {
  const target = {}
  for (const [key, get] of Object.entries(values)) Object.defineProperty(target, key, { get, enumerable: true })
  return target as { [Key in keyof Values]: ReturnType<Values[Key]> }
}
