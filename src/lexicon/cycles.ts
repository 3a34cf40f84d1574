import type { Concept, Relation } from './concept.ts'

/** Relations that lead to a wider concept, and so never back to where they began. */
const UPWARD = ['is-a', 'is-narrower-than']

/** A relation that makes a concept a kind of itself, and what is wrong, said for the author. */
export interface ClosingRelation {
  readonly concept: Concept
  readonly relation: Relation
  readonly message: string
}

/** One relation of every circle of wider concepts: without these there is none. */
export function closingRelations(concepts: ReadonlyMap<string, Concept>): readonly ClosingRelation[] {
  return UPWARD.flatMap(kind => closing(concepts, kind))
}

function closing(concepts: ReadonlyMap<string, Concept>, kind: string): ClosingRelation[] {
  const found: ClosingRelation[] = []
  const done = new Set<string>()
  for (const start of concepts.values()) {
    if (done.has(start.id)) continue
    // By hand, since ontologies are deeper than a stack may be.
    const path = [{ concept: start, next: 0 }]
    const open = new Set([start.id])
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const relation = top.concept.relations[top.next++]
      if (!relation) {
        done.add(top.concept.id)
        open.delete(top.concept.id)
        path.pop()
        continue
      }
      const wider = relation.relation === kind ? concepts.get(relation.concept) : undefined
      if (!wider || done.has(wider.id)) continue
      if (open.has(wider.id)) {
        const circle = path.slice(path.findIndex(({ concept }) => concept.id === wider.id))
        found.push({ concept: top.concept, relation, message: messageOf([...circle.map(step => step.concept), wider]) })
        continue
      }
      path.push({ concept: wider, next: 0 })
      open.add(wider.id)
    }
  }
  return found
}

const MOST_SHOWN = 6

function messageOf(circle: readonly Concept[]): string {
  const labels = circle.map(({ label }) => `“${label}”`)
  const shown = labels.length > MOST_SHOWN ? [...labels.slice(0, MOST_SHOWN - 2), '…', ...labels.slice(-1)] : labels
  return `${labels[0]} is a kind of itself: ${shown.join(' → ')}; the last of these relations is left out.`
}
