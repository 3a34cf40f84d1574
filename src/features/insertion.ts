import type { Manuscript } from '../manuscript/manuscript.ts'
import { citekeyAsWritten } from './completion/citation.ts'
import { completionContext } from './completion/context.ts'

/**
 * The text that cites a reference when it is inserted at `offset`: a group of its own in running text, one more item
 * inside a group, the bare key behind a mark that is there already. Nothing when the dialect has no form for the key.
 */
export function citationInsertion(manuscript: Manuscript, offset: number, citekey: string): string | undefined {
  const { text, dialect } = manuscript
  const context = completionContext(manuscript, offset)
  if (context?.kind === 'citation' && context.form !== 'at') {
    const key = citekeyAsWritten(citekey, context, dialect)
    return key && (context.query.trim() === '' ? key : `,${key}`)
  }
  const key = citekeyAsWritten(citekey, { form: 'at' }, dialect)
  if (key === undefined) {
    const bare = citekeyAsWritten(citekey, { form: 'role' }, dialect)
    return bare !== undefined && dialect === 'myst' ? `{cite:p}\`${bare}\`` : undefined
  }
  if (context?.query === '') return text[offset - 1] === '{' ? `${citekey}${text[offset] === '}' ? '' : '}'}` : key
  return inGroup(manuscript, offset, key) ?? `[@${key}]`
}

/** One more item of the group that the cursor stands in, or of brackets that have just been typed. */
function inGroup({ text, citations }: Manuscript, offset: number, key: string): string | undefined {
  if (text[offset - 1] === '[' && text[offset] === ']') return `@${key}`
  const group = citations.find(({ span }) => span.start < offset && offset < span.end && text[span.start] === '[')
  if (!group) return undefined
  const before = text.slice(group.span.start + 1, offset)
  if (before.trim() === '') return `@${key}; `
  if (before.trimEnd().endsWith(';')) return `${/\s$/.test(before) ? '' : ' '}@${key}`
  return `; @${key}`
}
