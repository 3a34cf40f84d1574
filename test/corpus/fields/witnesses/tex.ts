import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CslName } from '../../../../src/bibliography/reference.ts'
import { testimonyOf } from './fields-of-bibtex.ts'
import { inFolder, isProgram, output } from './program.ts'
import type { Disputed, Witness } from './witness.ts'

const FIELDS = [
  'title',
  'subtitle',
  'titleaddon',
  'year',
  'date',
  'doi',
  'journal',
  'journaltitle',
  'booktitle',
  'volume',
  'pages',
  'eid',
]

/** A style of BibTeX that writes every field and every part of every name as one paragraph with a heading. */
const STYLE = `
ENTRY { author editor ${FIELDS.join(' ')} } {} {}
STRINGS { kind list }
INTEGERS { all this }
FUNCTION {put} {
  swap$ duplicate$ empty$
    { pop$ pop$ }
    { swap$ "\\field{" swap$ * "}{" * swap$ * "}" * write$ newline$ }
  if$
}
FUNCTION {names} {
  'kind :=
  duplicate$ empty$
    { pop$ }
    { 'list :=
      list num.names$ 'all :=
      #1 'this :=
      { this all #1 + < }
        { "\\name{" kind * "}" * write$ newline$
          list this "{vv}" format.name$ "von" put
          list this "{ll}" format.name$ "last" put
          list this "{jj}" format.name$ "jr" put
          list this "{ff}" format.name$ "first" put
          this #1 + 'this :=
        }
      while$
    }
  if$
}
FUNCTION {default.type} {
  "\\entry{" cite$ * "}" * write$ newline$
  author "author" names
  editor "editor" names
${FIELDS.map(name => `  ${name} "${name}" put`).join('\n')}
}
READ
FUNCTION {begin} { preamble$ empty$ 'skip$ { preamble$ write$ newline$ } if$ }
EXECUTE {begin}
ITERATE {call.type$}
`

/** Wide lines, no broken words, and characters that can be read back. */
const DOCUMENT = String.raw`\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\input{glyphtounicode}
\pdfgentounicode=1
\pdfpagewidth=5400pt \pdfpageheight=5400pt \textwidth=5200pt \textheight=5200pt
\hoffset=0pt \voffset=0pt \oddsidemargin=0pt \topmargin=0pt
\pagestyle{empty}
\begin{document}
\raggedright \parindent=0pt \hyphenpenalty=10000 \exhyphenpenalty=10000
\long\def\entry#1{\par ==entry #1\par}
\long\def\name#1{\par ==name #1\par}
\long\def\field#1#2{\par ==field #1\par\begingroup #2\par\endgroup}
\catcode35=12 \catcode37=12 \catcode38=12 \catcode95=12
\input{read.bbl}
\end{document}
`

/** BibTeX and LaTeX themselves: what stands on the page, read back from it. A command that is not defined prints its argument. */
export const tex: Witness = {
  name: 'BibTeX and LaTeX',
  formats: /^Bib/,
  isThere: async () => ['bibtex', 'pdflatex'].every(isProgram) && isProgram('pdftotext'),

  async ask(disputed) {
    const pages = printed(disputed)
    return disputed.entries.map(({ key }) => {
      const part = pages.get(key)
      return (
        part &&
        testimonyOf(
          name => part.fields.get(name),
          kind => part.names.filter(name => name.kind === kind).map(nameOf),
        )
      )
    })
  },
}

interface Name {
  readonly kind: string
  readonly parts: Map<string, string>
}
interface Page {
  readonly fields: Map<string, string>
  readonly names: Name[]
}

function printed({ text, entries }: Disputed): ReadonlyMap<string, Page> {
  return inFolder(folder => {
    const write = (name: string, content: string): void => writeFileSync(join(folder, name), content)
    write('source.bib', text)
    write('fields.bst', STYLE)
    write(
      'read.aux',
      `\\bibstyle{fields}\n\\bibdata{source}\n${entries.map(({ key }) => `\\citation{${key}}\n`).join('')}`,
    )
    output('bibtex', ['read'], '', folder)
    if (!existsSync(join(folder, 'read.bbl'))) return new Map()
    write('page.tex', DOCUMENT)
    output('pdflatex', ['-no-shell-escape', '-interaction=nonstopmode', 'page.tex'], '', folder)
    if (!existsSync(join(folder, 'page.pdf'))) return new Map()
    output('pdftotext', ['-raw', '-enc', 'UTF-8', 'page.pdf', 'read.txt'], '', folder)
    const keys = readFileSync(join(folder, 'read.bbl'), 'utf8').matchAll(/^\\entry\{(.*)\}$/gm)
    const pages = pagesIn(readFileSync(join(folder, 'read.txt'), 'utf8'))
    return new Map([...keys].flatMap(([, key], index) => (pages[index] ? [[key!, pages[index]]] : [])))
  })
}

/** What is printed of each entry, in order; a key is not printed as it is written. */
function pagesIn(text: string): readonly Page[] {
  const pages: Page[] = []
  let page: Page | undefined
  let parts: Map<string, string> | undefined
  for (const piece of text.replace(/\f/g, '').split(/^==/m)) {
    const [head = '', ...lines] = piece.split('\n')
    const [, kind, name = ''] = /^(entry|name|field) (.*)$/.exec(head) ?? []
    if (kind === 'entry') {
      page = { fields: new Map(), names: [] }
      parts = undefined
      pages.push(page)
    } else if (kind === 'name') {
      parts = new Map()
      page?.names.push({ kind: name, parts })
    } else if (kind === 'field') {
      const isPart = /^(?:von|last|jr|first)$/.test(name)
      const value = lines.join(' ').replace(/\s+/g, ' ').trim()
      ;(isPart ? parts : page?.fields)?.set(name, value)
    }
  }
  return pages
}

function nameOf({ parts }: Name): CslName {
  const [family, given, von, suffix] = ['last', 'first', 'von', 'jr'].map(part => parts.get(part))
  return {
    ...(family && { family }),
    ...(given && { given }),
    ...(von && { 'dropping-particle': von }),
    ...(suffix && { suffix }),
  }
}
