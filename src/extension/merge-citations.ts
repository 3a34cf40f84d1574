interface Insertion {
  readonly citekey: string
  readonly insertText: string
}

/**
 * One text that cites several references, from the texts that would cite each alone at the same place:
 * `[@a]` and `[@b]` give `[@a; @b]`, `; @a` and `; @b` give `; @a; @b`, a role's `a` and `b` give `a,b`.
 * `before` is what stands on the line before that place: behind an `@`, the keys come without one.
 */
export const mergeCitations = (insertions: readonly Insertion[], before = ''): string => {
  const [first, ...more] = insertions.map(taken)
  if (!first) return ''
  const separator = separatorFor(first.item, before)
  return first.before + [first, ...more].map(({ item }) => item).join(separator) + first.after
}

const separatorFor = (item: string, before: string): string => {
  if (item.startsWith('@')) return '; '
  if (before.endsWith('@{')) return '}; @{'
  return before.endsWith('@') ? '; @' : ','
}

/** The citation item, and what stands around it. */
const taken = ({ citekey, insertText }: Insertion) => {
  for (const item of [`@{${citekey}}`, `{${citekey}}`, `@${citekey}`, citekey]) {
    const at = insertText.lastIndexOf(item)
    if (at >= 0) return { before: insertText.slice(0, at), item, after: insertText.slice(at + item.length) }
  }
  return { before: '', item: insertText, after: '' }
}
