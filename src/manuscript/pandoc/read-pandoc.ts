import type { Change } from '../../text/change.ts'
import { lazy } from '../../text/memo.ts'
import { byPosition, type Span, without } from '../../text/span.ts'
import type { FrontMatter } from '../front-matter.ts'
import type { Link } from '../manuscript.ts'
import type { Reading } from '../reading.ts'
import { contributionOf, type Definitions, gather, sameContribution } from './definitions.ts'
import type { PandocOptions } from './environment.ts'
import type { MetadataFacts } from './facts.ts'
import { emptyLists, joined, LISTS, type Lists } from './lists.ts'
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
  const definitions = definitionsOf(metadata, pieces, old)
  const state = { text, frontMatter, options, metadata, bodyStart, pieces, definitions }
  return Object.assign(listed(state), { state })
}

/** Those of the earlier reading hold while no piece contributes anything else. */
function definitionsOf(metadata: Metadata, pieces: readonly Piece[], old: PandocState | undefined): Definitions {
  const after = pieces[pieces.length - 1]?.after ?? metadata.after
  const contributions = pieces.map(piece => piece.contribution).filter(known => known !== undefined)
  if (old && old.metadata === metadata) {
    const before = old.pieces.map(piece => piece.contribution).filter(known => known !== undefined)
    const same =
      before.length === contributions.length &&
      contributions.every((known, index) => sameContribution(known, before[index])) &&
      sameLabels(old.definitions.examples, after.labels)
    if (same) return old.definitions
  }
  const heads = metadata.groups.map(({ facts }) => contributionOf(facts)).filter(known => known !== undefined)
  return gather([...heads, ...contributions], after.labels, old?.definitions)
}

const sameLabels = (a: ReadonlySet<string>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...b.keys()].every(label => a.has(label))

/** The lists of a reading, each put together when it is first asked for. */
function listed({ frontMatter, metadata, bodyStart, pieces, definitions }: PandocState): Reading {
  const all = lazy(() => {
    const target = emptyLists()
    const blanks: Span[] = []
    for (const { field, facts, prose } of metadata.groups) {
      const { citations, nonProse, ...rest } = settle(facts, definitions)
      append(target, { ...emptyLists(), ...rest, nonProse: [] })
      if (prose) blanks.push(...nonProse)
      if (definitions.fields.has(field)) continue
      for (const citation of citations) target.citations.push({ ...citation, field })
    }
    // Pandoc goes through the fields by the alphabet
    target.blocks.sort((a, b) => byPosition(a.span, b.span))
    if (frontMatter.span) {
      const inHead = metadata.groups.flatMap(({ prose }) => prose ?? [])
      target.nonProse.push(...[...without(frontMatter.span, inHead), ...blanks].sort(byPosition))
    }
    let at = bodyStart
    for (const piece of pieces) {
      append(target, listsAt(piece, at, definitions))
      at += piece.length
    }
    return target
  })
  const of = <List extends keyof Lists>(list: List): Lists[List] => all()[list]
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
    nonProse: lazy(() => joined(of('nonProse'))),
    problems: lazy(() => problemsOf(bodyStart, pieces)),
  }
  return getters({ ...lists, roles: () => [], directives: () => [] })
}

function append(target: Lists, lists: Lists): void {
  for (const list of LISTS) {
    const items = lists[list] as never[]
    for (const item of items) target[list].push(item)
  }
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
