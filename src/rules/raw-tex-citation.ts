import type { FrontMatter } from '../manuscript/front-matter.ts'
import type { Span } from '../text/span.ts'
import { defineRule, type Fix } from './rule.ts'

export const rawTexCitation = defineRule({
  id: 'raw-tex-citation',
  summary: 'Citations are written as Markdown, not as TeX.',
  why: 'Pandoc hands “\\cite{…}” through to LaTeX and drops it from Word, HTML and every other output.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a command of natbib',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
//- paper.md
---
bibliography: refs.bib
---
As was shown \\citep{roe2001}.
             ^^^^^^^^^^^^^^^ warning raw-tex-citation: TeX citations vanish from every output that is not made with TeX; write “[@roe2001]”.
`,
    },
  ],

  *check({ manuscript: { dialect, rawTex, frontMatter } }) {
    if (dialect === 'myst' || isTexOnly(frontMatter)) return
    for (const { value, span } of rawTex) {
      if (value.length > LONGEST) continue
      const found = /^\\([a-zA-Z]*cite[a-zA-Z]*)\*?((?:\[[^\]]*\])*)\{([^{}]+)\}$/.exec(value.trim())
      if (!found || /^(?:nocite|citestyle|bibcite|defcitealias|citesetup)$/.test(found[1]!)) continue
      const newText = markdownOf(
        found[1]!,
        found[2]!,
        found[3]!.split(',').map(key => key.trim()),
      )
      yield {
        span,
        message: `TeX citations vanish from every output that is not made with TeX; write “${newText}”.`,
        fixes: [fix(span, newText, found[2] === '')],
      }
    }
  },
})

/** A longer command is no citation by hand. */
const LONGEST = 1_000

const fix = (span: Span, newText: string, safe: boolean): Fix => ({
  title: 'Write it as Markdown',
  edits: [{ span, newText }],
  safe,
})

/** `\\citet{a}` is a citation in the text; one bracket is a suffix, of two the first is a prefix (natbib, biblatex). */
function markdownOf(command: string, brackets: string, keys: readonly string[]): string {
  const [first = '', second] = [...brackets.matchAll(/\[([^\]]*)\]/g)].map(([, inside]) => inside!)
  const [prefix, suffix] = second === undefined ? ['', first] : [first, second]
  const cited = keys.map(key => (/^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u.test(key) ? `@${key}` : `@{${key}}`))
  if (/^(?:[cC]itet|textcite|Textcite|citeauthor)/.test(command) && cited.length === 1) {
    return suffix ? `${cited[0]} [${suffix}]` : cited[0]!
  }
  return `[${prefix ? `${prefix} ` : ''}${cited.join('; ')}${suffix ? `, ${suffix}` : ''}]`
}

/** Whether the front matter says that TeX resolves the citations. */
const isTexOnly = ({ data }: FrontMatter): boolean =>
  data.natbib === true ||
  data.biblatex === true ||
  data['cite-method'] === 'natbib' ||
  data['cite-method'] === 'biblatex'
