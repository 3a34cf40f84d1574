import assert from 'node:assert/strict'
import { abbreviationActions } from '../../src/features/abbreviation-actions.ts'
import { codeActions } from '../../src/features/code-actions.ts'
import { complete } from '../../src/features/completion/completion.ts'
import { definition } from '../../src/features/definition.ts'
import { documentHighlight } from '../../src/features/document-highlight.ts'
import { documentLinks } from '../../src/features/document-links.ts'
import { type DocumentSymbol, documentSymbols } from '../../src/features/document-symbols.ts'
import { hover } from '../../src/features/hover/hover.ts'
import { citationInsertion } from '../../src/features/insertion.ts'
import { references } from '../../src/features/references.ts'
import { prepareRename, rename } from '../../src/features/rename.ts'
import { semanticTokens } from '../../src/features/semantic-tokens.ts'
import { subjectAt } from '../../src/features/subject.ts'
import type { Span } from '../../src/text/span.ts'
import { open } from '../support/fixture.ts'

/** Everything that goes wrong in real manuscripts, in one. */
const NASTY = `---
bibliography: [refs.bib, missing.bib]
nocite: '@*, @smith2020'
title: "An @unknown: *title* 🧬"
references:
- id: inline1
  title: Inline
bad: [unclosed
---
\ufeff# Heading 🧬 {#sec:one .x} {#sec:two}\r
\r
[@smith2020; @smtih2020, p. 3; ] [@{a b}] @{} @ [@] -@ [-@smith2020]@smith2020 [@a.; ;@b]\r
mail a@b.org @@x \\@y \`@z\` \`\`@z\` $@m$ $$\n@m\n$$ <!-- @c --> <a href="@h">\r
\\cite{smith2020,} \\cite[@]{x \\ref{fig:flow} \\@ref(fig:flow) {cite:p}\`smith2020;\` {ref}\`fig:flow\`
![*@smith2020* cap](<no file.png>){#fig:flow} ![](x){#fig:flow} @fig:flow @fig: [@fig:flow; @smith2020]
[^1][^2][^][^ x] [^1]: note [^1]

[^1]: [^1]

[^2]: @smith2020
    more

| @smith2020 | [^1] |
|---|
| \`|\` | @x |

> - 1. > @smith2020

The extracellular matrix (ECM); ECM ECM ( ECM (ECM) epithelial-mesenchymal transition (EMT), circulating tumor cells.
doi:10.1000/)))))). PMID: 1234567890123 PMC1 doi: 10.1/x
${'['.repeat(60)}@deep${']'.repeat(60)} 𝛼𝛽 e\u0301 \ud83e \u200b@zero\u200b
\`\`\`{r fig-x, fig.cap="@cap"}
@code
\`\`\`
::: {#fig-panel}
@smith2020
`

const BIB = `@article{smith2020, title = {$(x) \`y\` [z](command:a) <b>}, author = {Smith, Ann}, year = {n.d.}, doi = {not a doi}}
@article{smith2020, title = {Twice}}
@article{, title = {No key}}
@article{open, title = {never closed
`

describe('every feature at every offset of a nasty manuscript', () => {
  for (const name of ['paper.md', 'paper.qmd', 'paper.Rmd']) {
    it(`never throws and keeps to the text (${name})`, async () => {
      const { analysis, text, uri, workspace } = open(`//- refs.bib\n${BIB}//- ${name}\n${NASTY}`)
      const known = await analysis()
      const findings = await workspace.diagnose(uri)
      const inside = ({ start, end }: Span): void => {
        assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`)
      }
      const textOf = () => BIB
      for (let offset = 0; offset <= text.length; offset++) {
        const shown = hover(known, offset)
        if (shown) {
          inside(shown.span)
          assert.ok(shown.span.start <= offset && offset <= shown.span.end)
          assert.doesNotMatch(shown.markdown, /\]\((?!https?:\/\/)|(?<!\\)<|!\[/)
        }
        for (const { edit, filterText } of complete(known, offset)?.items ?? []) {
          inside(edit.span)
          assert.ok(edit.span.start <= offset && offset <= edit.span.end)
          assert.doesNotMatch(text.slice(edit.span.start, edit.span.end), /[\r\n]/)
          assert.ok(filterText.length > 0 || edit.span.start === offset)
        }
        const found = definition(known, offset)
        if (found) inside(found.origin)
        for (const { span } of documentHighlight(known, offset)) inside(span)
        const subject = subjectAt(known, offset)
        for (const place of subject ? references(known, subject, [known], true) : [])
          if (place.uri === uri) inside(place.span)
        prepareRename(known, subject, textOf)
        const renamed = rename(known, subject, 'other2020', [], textOf)
        if ('edits' in renamed) for (const { span } of renamed.edits.get(uri) ?? []) inside(span)
        codeActions(known.manuscript, uri, { start: offset, end: offset }, findings)
        for (const { edits } of abbreviationActions(known, offset)) for (const { span } of edits) inside(span)
        citationInsertion(known.manuscript, offset, 'smith2020')
      }
    })

    it(`gives tokens, links and an outline that lie in the text (${name})`, async () => {
      const { analysis, text } = open(`//- refs.bib\n${BIB}//- ${name}\n${NASTY}`)
      const known = await analysis()
      for (const { span } of [...semanticTokens(known), ...documentLinks(known)]) {
        assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length)
      }
      const nested = (symbols: readonly DocumentSymbol[], outer: Span): void => {
        for (const { name, span, selection, children } of symbols) {
          assert.ok(name.length > 0)
          assert.ok(outer.start <= span.start && span.end <= outer.end, name)
          assert.ok(span.start <= selection.start && selection.end <= span.end, name)
          nested(children, span)
        }
      }
      nested(documentSymbols(known), { start: 0, end: text.length })
    })
  }
})
