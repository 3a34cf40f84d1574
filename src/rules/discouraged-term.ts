import { withArticle } from '../analysis/article.ts'
import { inNumber } from '../analysis/long-form.ts'
import { wordedByAuthor } from '../analysis/words.ts'
import type { Lexicon } from '../lexicon/concept.ts'
import { defineRule } from './rule.ts'

/** A longer name that holds the term: “programmed cell death protein 1”, “… ligand 1”, “…-1”. */
const GOES_ON = /^(?:\s(?:protein|ligand|receptor|factor|gene)(?:\s|-)|-)\d/

export const discouragedTerm = defineRule({
  id: 'discouraged-term',
  summary: 'A term that its vocabulary has given up is not used.',
  why: 'A lexicon pack marks such forms as obsolete and says what the concept is called now.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a form that the project’s own pack calls obsolete',
      files: `
//- terms.yaml
schemaVersion: 1
id: own
title: Own terms
version: "1"
licence: CC0-1.0
concepts:
  - id: self-seeding
    label: self-seeding
    category: step
    surfaceForms: [{ text: back-seeding, kind: obsolete }]
//- paper.md
---
lexicons: [terms.yaml]
---

The tumor grows by back-seeding.
                   ^^^^^^^^^^^^ warning discouraged-term: “back-seeding” is out of use in “Own terms”; write “self-seeding”.
`,
    },
  ],

  *check(analysis) {
    const { manuscript, lexicon } = analysis
    if (!mayDiscourage(lexicon)) return
    const given = analysis.mentions.filter(({ form }) => form.kind === 'obsolete')
    for (const { form, span, concepts } of wordedByAuthor(manuscript, given)) {
      if (GOES_ON.test(manuscript.prose.slice(span.end, span.end + 24))) continue
      const [{ label, pack }] = concepts
      const text = manuscript.text.slice(span.start, span.end)
      const written = asWritten(label, text, form.text)
      yield {
        span,
        message: `“${text}” is out of use in “${pack.title}”; write “${written}”.`,
        fixes: [{ title: `Write “${written}”`, edits: withArticle(manuscript.text, span, written), safe: false }],
      }
    }
  },
})

/** The label in the number and with the capital of what it stands for. */
function asWritten(label: string, text: string, form: string): string {
  const isPlural = /s$/.test(text) && !/s$/.test(form)
  const named = inNumber(label, false, isPlural)
  return /^\p{Lu}\p{Ll}/u.test(text) && /^\p{Ll}/u.test(form) ? named.charAt(0).toUpperCase() + named.slice(1) : named
}

const known = new WeakMap<Lexicon, boolean>()

/** Whether a form may be out of use: where none is, the mentions need not be found. Large lexicons are not gone through for that. */
function mayDiscourage(lexicon: Lexicon): boolean {
  const before = known.get(lexicon)
  if (before !== undefined) return before
  const { size } = lexicon.concepts
  const may =
    size > 10_000 ||
    [...lexicon.concepts.values()].some(({ surfaceForms }) => surfaceForms.some(({ kind }) => kind === 'obsolete'))
  known.set(lexicon, may)
  return may
}
