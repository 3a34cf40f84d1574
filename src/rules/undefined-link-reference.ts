import { plainText } from '../manuscript/labels/heading-identifiers.ts'
import { closest } from '../text/closest.ts'
import { defineRule } from './rule.ts'

export const undefinedLinkReference = defineRule({
  id: 'undefined-link-reference',
  summary: 'Every reference link names a definition that exists.',
  why: 'The renderer prints the brackets as they stand, without a warning.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a link whose definition has another name',
      files: `
//- paper.md
The counts are [deposited][data-set].
                           ^^^^^^^^ warning undefined-link-reference: No link is defined as “[data-set]”; did you mean “[dataset]”?

[dataset]: https://example.org/counts
`,
    },
  ],

  *check({ manuscript: { text, links, images, linkDefinitions, headings } }) {
    const titles = new Set(headings.map(heading => plainText(heading.text).trim().toLowerCase()))
    const defined = linkDefinitions.map(({ label }) => label)
    for (const { reference, destination, text: inside } of [...links, ...images]) {
      if (!reference || destination || reference.span.start <= inside.start) continue
      if (titles.has(reference.value.toLowerCase()) || !isMeant(reference.value, text.slice(reference.span.end)))
        continue
      const near = closest(reference.value, defined)
      const message = `No link is defined as “[${reference.value}]”`
      if (near === undefined) {
        yield { span: reference.span, message: `${message}; add a line “[${reference.value}]: address”.` }
        continue
      }
      const fix = {
        title: `Link to “[${near}]” instead`,
        edits: [{ span: reference.span, newText: near }],
        safe: false,
      }
      yield { span: reference.span, message: `${message}; did you mean “[${near}]”?`, fixes: [fix] }
    }
  },
})

/** Two pairs of brackets side by side may be an index of code or numbers of references, and no link. */
const isMeant = (label: string, after: string): boolean =>
  /\p{L}{2}/u.test(label) && !/[@^|=<>{}"\\]/.test(label) && !after.startsWith('][')
