import type { Analysis } from '../../analysis/analysis.ts'
import { isUnread } from '../../bibliography/merge-library.ts'
import type { Reference } from '../../bibliography/reference.ts'
import { contains } from '../../text/span.ts'
import { citationItems, findReference } from '../subject.ts'
import { texCitekeys } from '../tex-citations.ts'
import type { HoverProvider } from './hover.ts'
import { paragraphs, plain } from './markdown.ts'
import { referenceMarkdown } from './reference.ts'

/** Hovering a citekey shows the reference it names and the bibliography that it comes from. */
export const hoverCitation: HoverProvider = (analysis, offset) => {
  const item = citationItems(analysis.manuscript).find(({ span }) => contains(span, offset))
  const reference =
    item && (findReference(analysis.library, item.citekey) ?? analysis.library.offered.references.get(item.citekey))
  if (reference) return { span: item.span, markdown: citationMarkdown(analysis, reference) }
  const inTex = texCitekeys(analysis.manuscript).find(({ citekeySpan }) => contains(citekeySpan, offset))
  const meant = inTex && findReference(analysis.library, inTex.citekey)
  if (meant) return { span: inTex.citekeySpan, markdown: citationMarkdown(analysis, meant) }
  return item && !item.crossReference && isUnread(analysis.library)
    ? { span: item.span, markdown: 'The bibliography has not been read yet.' }
    : undefined
}

/** The reference in full, as hover and completion show it. */
export function citationMarkdown({ library, citationStyle }: Analysis, reference: Reference): string {
  const sources = [...library.sources, ...library.offered.sources]
  const source = sources.find(({ bibliography }) => bibliography?.uri === reference.location.uri)
  return paragraphs(
    referenceMarkdown(reference.item, citationStyle),
    [`\`${code(reference.citekey)}\``, source && `from ${plain(source.path)}`].filter(Boolean).join(' '),
    source?.declaredIn === 'library' ? 'Only your own library has it, which the renderer does not see.' : '',
  )
}

/** Text between backticks can hold anything but backticks and line ends. */
const code = (text: string): string => text.replace(/[`\p{Cc}]/gu, ' ').slice(0, 200)
