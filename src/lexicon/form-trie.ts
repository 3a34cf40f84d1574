import { powerOfTwo } from './token-table.ts'

/** Sequences of token numbers and the forms they stand for, in typed arrays that can be kept in a file. */
export interface FormTrie {
  /** By token number: the node of a form's first token, or 0. */
  readonly roots: Int32Array
  /** Open hash of the other edges: node and token to node. */
  readonly edgeNodes: Int32Array
  readonly edgeTokens: Int32Array
  readonly edgeTargets: Int32Array
  /** By node: where its forms begin in `forms`; those of node n end where those of n + 1 begin. */
  readonly firstForms: Int32Array
  readonly forms: Int32Array
}

/** The node reached from `node` by a token, or 0. */
export function step(trie: FormTrie, node: number, token: number): number {
  const mask = trie.edgeNodes.length - 1
  let slot = slotOf(node, token, mask)
  while (trie.edgeTargets[slot] !== 0) {
    if (trie.edgeNodes[slot] === node && trie.edgeTokens[slot] === token) return trie.edgeTargets[slot]!
    slot = (slot + 1) & mask
  }
  return 0
}

const slotOf = (node: number, token: number, mask: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & mask
}

/** Collects sequences and makes a trie of them. */
export function trieBuilder() {
  const roots: number[] = []
  let nodes = 0
  let edges = { nodes: new Int32Array(1024), tokens: new Int32Array(1024), targets: new Int32Array(1024), count: 0 }
  const formNodes: number[] = []
  const formNumbers: number[] = []

  const put = (into: typeof edges, node: number, token: number, target: number) => {
    const mask = into.nodes.length - 1
    let slot = slotOf(node, token, mask)
    while (into.targets[slot] !== 0) slot = (slot + 1) & mask
    into.nodes[slot] = node
    into.tokens[slot] = token
    into.targets[slot] = target
    into.count++
  }

  const resized = (capacity: number): typeof edges => {
    const other = {
      nodes: new Int32Array(capacity),
      tokens: new Int32Array(capacity),
      targets: new Int32Array(capacity),
      count: 0,
    }
    edges.targets.forEach((target, slot) => {
      if (target !== 0) put(other, edges.nodes[slot]!, edges.tokens[slot]!, target)
    })
    return other
  }

  const follow = (node: number, token: number): number => {
    const mask = edges.nodes.length - 1
    let slot = slotOf(node, token, mask)
    while (edges.targets[slot] !== 0) {
      if (edges.nodes[slot] === node && edges.tokens[slot] === token) return edges.targets[slot]!
      slot = (slot + 1) & mask
    }
    if (edges.count * 2 >= edges.nodes.length) edges = resized(edges.nodes.length * 2)
    put(edges, node, token, ++nodes)
    return nodes
  }

  return {
    add(sequence: readonly number[], form: number): void {
      let node = (roots[sequence[0]!] ??= ++nodes)
      for (let index = 1; index < sequence.length; index++) node = follow(node, sequence[index]!)
      formNodes.push(node)
      formNumbers.push(form)
    },
    finish(tokenCount: number): FormTrie {
      const rootNodes = new Int32Array(tokenCount + 1)
      for (let token = 0; token <= tokenCount; token++) rootNodes[token] = roots[token] ?? 0
      const { nodes: edgeNodes, tokens: edgeTokens, targets: edgeTargets } = resized(powerOfTwo(edges.count * 1.5))
      return { roots: rootNodes, edgeNodes, edgeTokens, edgeTargets, ...formsByNode(nodes, formNodes, formNumbers) }
    },
  }
}

/** The forms of each node, in the order they were added and each once. */
function formsByNode(nodes: number, formNodes: readonly number[], formNumbers: readonly number[]) {
  const firstForms = new Int32Array(nodes + 2)
  for (const node of formNodes) firstForms[node + 1]!++
  for (let node = 0; node <= nodes; node++) firstForms[node + 1]! += firstForms[node]!
  const next = firstForms.slice()
  const forms = new Int32Array(formNodes.length)
  formNodes.forEach((node, index) => {
    forms[next[node]!++] = formNumbers[index]!
  })
  return { firstForms, forms }
}
