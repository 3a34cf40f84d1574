import assert from 'node:assert/strict'
import { detectDialect } from '../../../src/manuscript/dialects/detect-dialect.ts'
import { readFrontMatter } from '../../../src/manuscript/front-matter.ts'
import type { DialectName } from '../../../src/manuscript/manuscript.ts'

const CASES: readonly [name: string, path: string, yaml: string, projectFiles: string[], expected: DialectName][] = [
  ['a plain file', 'paper.md', 'title: T', [], 'pandoc'],
  ['a .qmd file', 'paper.qmd', '', ['myst.yml'], 'quarto'],
  ['an .Rmd file', 'paper.Rmd', '', ['_quarto.yml'], 'rmarkdown'],
  ['a file of a Quarto project', 'paper.md', '', ['../_quarto.yml'], 'quarto'],
  ['a file of a bookdown project', 'paper.md', '', ['_bookdown.yml'], 'rmarkdown'],
  ['a file of a MyST project', 'paper.md', '', ['../../myst.yml', '../../_quarto.yml'], 'myst'],
  ['a section of a Manubot manuscript', 'repo/content/02.main.md', '', ['../content/metadata.yaml'], 'manubot'],
  ['a README beside a Manubot manuscript', 'repo/README.md', '', ['content/metadata.yaml'], 'pandoc'],
  ['what Manubot wrote', 'manuscript.md', 'manubot-output-bibliography: references.json', [], 'manubot'],
  ['a notebook in MyST', 'notebook.md', 'kernelspec:\n  name: python3', [], 'myst'],
  ['R Markdown output in a .md', 'paper.md', 'output: bookdown::pdf_document2', [], 'rmarkdown'],
  ['Quarto front matter in a .md', 'paper.md', 'format: html\nengine: knitr', [], 'quarto'],
]

describe('detectDialect', () => {
  for (const [name, path, yaml, projectFiles, expected] of CASES) {
    it(`takes ${name} for ${expected}`, () => {
      const frontMatter = readFrontMatter(`---\n${yaml}\n---\n`)
      assert.equal(detectDialect({ path, frontMatter, projectFiles }), expected)
    })
  }

  for (const text of [
    ':::{note}\nText\n:::',
    '```{figure} a.png\n```',
    'See {ref}`methods`.',
    '# A\n\n(methods)=\n## B',
    '{cite:p}`a`',
  ]) {
    it(`knows MyST by ${JSON.stringify(text)}`, () =>
      assert.equal(detectDialect({ path: 'a.md', frontMatter: readFrontMatter(text), projectFiles: [], text }), 'myst'))
  }

  for (const text of [
    '::: {.note}\nText\n:::',
    '```{python}\n1\n```',
    '`x`{=html}',
    '(a) = b',
    '```{.r #lst:a}\n```',
    ':::{.note}\n:::',
  ]) {
    it(`takes no MyST from ${JSON.stringify(text)}`, () =>
      assert.equal(
        detectDialect({ path: 'a.md', frontMatter: readFrontMatter(text), projectFiles: [], text }),
        'pandoc',
      ))
  }
})
