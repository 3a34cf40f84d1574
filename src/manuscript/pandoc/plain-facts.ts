import { byPosition, type Span } from '../../text/span.ts'
import type { BlockKind } from '../manuscript.ts'
import type { Fact } from './facts.ts'
import { joined, type Lists } from './lists.ts'

/**
 * The facts of a piece that are no more than a place, blocks and what is no prose, as numbers: a code, the start and the end
 * of each. They are the half of all facts, and an object takes four times the room.
 */
export type PlainFacts = readonly number[]

const NO_PROSE = -1
const BLOCK_KINDS: readonly BlockKind[] = ['paragraph', 'heading', 'cell', 'caption', 'definition-term']

/** Tells plain facts from the others; what is no prose is joined where it touches. */
export function separate(facts: readonly Fact[]): { readonly facts: readonly Fact[]; readonly plain: PlainFacts } {
  const plain: number[] = []
  const blanks: Span[] = []
  const others = facts.filter(fact => {
    if (fact.type === 'blank') blanks.push(fact.span)
    else if (fact.type === 'block')
      plain.push(BLOCK_KINDS.indexOf(fact.block.kind), fact.block.span.start, fact.block.span.end)
    else return true
    return false
  })
  for (const { start, end } of joined(blanks.sort(byPosition))) plain.push(NO_PROSE, start, end)
  return { facts: others, plain: plain.slice() }
}

/** Puts plain facts into the lists. */
export function addPlainFacts(plain: PlainFacts, { blocks, nonProse }: Lists): void {
  for (let index = 0; index < plain.length; index += 3) {
    const span = { start: plain[index + 1]!, end: plain[index + 2]! }
    const kind = BLOCK_KINDS[plain[index]!]
    if (kind) blocks.push({ kind, span })
    else nonProse.push(span)
  }
}
