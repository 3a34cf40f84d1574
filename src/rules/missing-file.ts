import { includesOf } from '../manuscript/includes.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Spanned } from '../text/span.ts'
import { defineRule } from './rule.ts'

export const missingFile = defineRule({
  id: 'missing-file',
  summary: 'Every image and included file that a manuscript names is there.',
  why: 'The renderer prints a broken image or stops, and the submission system asks for the file.',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'an image that was moved',
      files: `
//- paper.md
![Cells in flow](figures/flow.png)
                 ^^^^^^^^^^^^^^^^ error missing-file: The file “figures/flow.png” was not found.
`,
    },
  ],

  *check({ manuscript, project }) {
    for (const { value, span } of filesNamed(manuscript)) {
      if (isLocal(value) && project.fileExists(value.replace(/[?#].*$/, '')) === false) {
        yield { span, message: `The file “${value}” was not found.` }
      }
    }
  },
})

/** Images, and what Quarto's `{{< include … >}}` names. */
const filesNamed = (manuscript: Manuscript): readonly Spanned<string>[] => [
  ...manuscript.images.flatMap(({ destination }) => destination ?? []),
  ...includesOf(manuscript),
]

/** A path beside the manuscript with an ending: no address, no template, nothing from the root, nothing that a tool completes. */
const isLocal = (path: string): boolean =>
  !/^(?:[a-z][a-z0-9+.-]*:|\/|\\|#|~)/i.test(path) &&
  !/[{}$`*]|_files\/figure-/.test(path) &&
  /\.\w{1,5}$/.test(path.replace(/[?#].*$/, ''))
