import { FirstForm, Place, powerOfTwo } from './token-table.ts'

/**
 * Sequences of token numbers and the forms they stand for, in a typed array that can be kept in a file. The node of a
 * form's first token has the number of that token; the others have negative ones.
 */
export interface FormTrie {
  /** An open hash of edges, each side by side since it is looked at together. A free one leads to 0. */
  readonly edges: Int32Array
}

/** The places in an edge: the node it comes from, the token, the node it leads to, and the first of that node's forms, or 0. */
export enum Edge {
  From = 0,
  Token = 1,
  To = 2,
  Forms = 3,
  /** So many numbers an edge. */
  Size = 4,
}

/** The edge that leaves a node with a token, or `Place.None`. */
export function edgeOf({ edges }: FormTrie, node: number, token: number): number {
  const end = edges.length - 1
  let edge = placeOf(node, token) & end
  while (edges[edge + Edge.To] !== 0) {
    if (edges[edge] === node && edges[edge + Edge.Token] === token) return edge
    edge = (edge + Edge.Size) & end
  }
  return Place.None
}

/** The node reached from `node` by a token, and its first form; 0 for what is not there. */
export function follow(trie: FormTrie, node: number, token: number): { readonly node: number; readonly form: number } {
  const edge = edgeOf(trie, node, token)
  if (edge === Place.None) return NOWHERE
  return { node: trie.edges[edge + Edge.To]!, form: trie.edges[edge + Edge.Forms]! }
}

const NOWHERE = { node: 0, form: 0 }

/** Where the search for an edge begins, in a table of any size. */
const placeOf = (node: number, token: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) << 2
}

/** A trie, and its forms in the order in which they are numbered. */
export interface BuiltTrie {
  readonly trie: FormTrie
  /**
   * What was added, by number of a form, which counts from 1; those of a node stand together in the order they were added.
   * One that was added with several sequences is there as often.
   */
  readonly added: Int32Array
  /** By number of a form: 1 when it is the last of its node. */
  readonly isLast: Uint8Array
  /** By number of a token: the first of its forms, or one of `FirstForm`. */
  readonly firstForms: Int32Array
}

/** Collects sequences and makes a trie of them. */
export function trieBuilder() {
  let inner = 0
  let edges = new Int32Array(1024 * Edge.Size)
  let count = 0
  const begins: boolean[] = []
  const formNodes: number[] = []
  const forms: number[] = []

  const nodeAfter = (node: number, token: number): number => {
    const known = edgeOf({ edges }, node, token)
    if (known !== Place.None) return edges[known + Edge.To]!
    if (++count * 2 * Edge.Size > edges.length) edges = resized(edges, edges.length * 2)
    put(edges, node, token, --inner)
    return inner
  }

  return {
    add(sequence: readonly number[], form: number): void {
      let node = sequence[0]!
      begins[node] = true
      for (let index = 1; index < sequence.length; index++) node = nodeAfter(node, sequence[index]!)
      formNodes.push(node)
      forms.push(form)
    },
    finish(tokens: number): BuiltTrie {
      const shift = -inner
      const byNode = formsByNode(
        tokens - inner + 1,
        formNodes.map(node => node + shift),
        forms,
      )
      const table = resized(edges, powerOfTwo(count * 1.5) * Edge.Size)
      for (let edge = 0; edge < table.length; edge += Edge.Size) {
        if (table[edge + Edge.To] !== 0) table[edge + Edge.Forms] = byNode.firsts[table[edge + Edge.To]! + shift]!
      }
      const firstForms = byNode.firsts.slice(shift)
      for (let token = 0; token <= tokens; token++) if (!begins[token]) firstForms[token] = FirstForm.BeginsNothing
      return { trie: { edges: table }, added: byNode.added, isLast: byNode.isLast, firstForms }
    },
  }
}

function put(edges: Int32Array, node: number, token: number, target: number): void {
  const end = edges.length - 1
  let edge = placeOf(node, token) & end
  while (edges[edge + Edge.To] !== 0) edge = (edge + Edge.Size) & end
  edges[edge] = node
  edges[edge + Edge.Token] = token
  edges[edge + Edge.To] = target
}

function resized(edges: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const other = new Int32Array(length)
  for (let edge = 0; edge < edges.length; edge += Edge.Size) {
    const target = edges[edge + Edge.To]!
    if (target !== 0) put(other, edges[edge]!, edges[edge + Edge.Token]!, target)
  }
  return other
}

/** Numbers forms by node, in the order they were added and each once; `nodes` count from 0. */
function formsByNode(count: number, nodes: readonly number[], forms: readonly number[]) {
  const firsts = new Int32Array(count)
  const ends = new Int32Array(count + 1)
  for (const node of nodes) ends[node + 1]!++
  for (let node = 0; node < count; node++) ends[node + 1]! += ends[node]!
  const next = ends.slice()
  const added = new Int32Array(forms.length + 1)
  const isLast = new Uint8Array(forms.length + 1)
  forms.forEach((form, index) => {
    added[++next[nodes[index]!]!] = form
  })
  for (let node = 0; node < count; node++) {
    if (ends[node] === ends[node + 1]) continue
    firsts[node] = ends[node]! + 1
    isLast[ends[node + 1]!] = 1
  }
  return { firsts, added, isLast }
}
