import { labelsInReach } from '../analysis/labels-in-reach.ts'
import { identifierOf } from '../manuscript/labels/heading-identifiers.ts'
import { closest } from '../text/closest.ts'
import { defineRule } from './rule.ts'

export const missingHeadingAnchor = defineRule({
  id: 'missing-heading-anchor',
  summary: 'Every link into the manuscript leads to a heading or label that exists.',
  why: 'A link to “#methods” leads nowhere when the heading is called otherwise, and no renderer says so.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a heading that was renamed',
      files: `
//- paper.md
As [described](#methods) below.
                ^^^^^^^ warning missing-heading-anchor: No heading or label has the identifier “methods”.

# Materials
`,
    },
  ],

  *check(analysis) {
    const { text, dialect, links, headings } = analysis.manuscript
    if (dialect === 'myst') return
    const reach = labelsInReach(analysis)
    const onGitHub = headings.map(heading => identifierOf(heading.text).replaceAll('.', ''))
    const known = new Set([...reach.labels.keys(), ...reach.headings, ...onGitHub, ...htmlIdentifiers(text)])
    for (const { destination } of links) {
      if (!destination || !/^#[^#/!]/.test(destination.value)) continue
      const identifier = decode(destination.value.slice(1))
      if (known.has(identifier) || known.has(identifier.toLowerCase()) || MADE.test(identifier)) continue
      const span = { start: destination.span.start + 1, end: destination.span.end }
      const near = closest(identifier, known)
      const message = `No heading or label has the identifier “${identifier}”`
      if (near === undefined) yield { span, message: `${message}.` }
      else {
        const fix = { title: `Link to “#${near}” instead`, edits: [{ span, newText: near }], safe: false }
        yield { span, message: `${message}; did you mean “${near}”?`, fixes: [fix] }
      }
    }
  },
})

/** What renderers make by themselves: the bibliography, its references, footnotes, lines of code, the top of the page. */
const MADE = /^(?:refs|ref-|fn|fnref|cb\d|top$|references$|bibliography$|footnotes$|appendix|tbl-|tab:)/

/** Identifiers and anchors given in HTML. */
const htmlIdentifiers = (text: string): string[] =>
  [...text.matchAll(/\s(?:id|name)=["']?([^\s"'<>]+)/g)].map(([, identifier]) => identifier!)

function decode(identifier: string): string {
  try {
    return decodeURIComponent(identifier)
  } catch {
    return identifier
  }
}
