import assert from 'node:assert/strict'
import { readManuscript } from '../../src/manuscript/read-manuscript.ts'
import { scopesOf } from '../../src/manuscript/scopes.ts'

/** The scope of each block, with how it begins. */
const scopes = (text: string): readonly string[] =>
  scopesOf(readManuscript(text, 'pandoc')).map(
    ({ scope, prose }) =>
      `${scope}: ${prose
        .trim()
        .replace(/^[#*\s]+/, '')
        .slice(0, 12)
        .trim()}`,
  )

describe('scopesOf', () => {
  it('takes paragraphs that say so for titles, keywords and lists of abbreviations', () =>
    assert.deepEqual(
      scopes(
        'Title: CTCs sleep\n\n**Keywords:** CTC; EMT\n\n**Key words** – CTC\n\n**Abbreviations**: CTC, circulating tumor cell.\n\nKeywords matter.\n\nThe title: a draft.',
      ),
      [
        'heading: Title: CTCs',
        'back: Keywords:**',
        'back: Key words**',
        'back: Abbreviation',
        'body: Keywords mat',
        'body: The title: a',
      ],
    ))

  it('takes a paragraph for back matter when the heading that runs in it says so', () =>
    assert.deepEqual(
      scopes('**Funding/Support:** NIH.\n\n**Ethics.** Yes.\n\n**Mice.** Ten.\n\n**Supplementary Fig. 1.** Gates.\n'),
      ['back: Funding/Supp', 'back: Ethics.** Ye', 'body: Mice.** Ten.', 'body: Supplementar'],
    ))

  it('takes a summary at the end for a part of the text', () =>
    assert.deepEqual(
      scopes('# Summary\n\nOne.\n\n# Introduction\n\nTwo.\n\n# Summary\n\nThree.\n\n# Plain-language summary\n\nFour.'),
      [
        'heading: Summary',
        'abstract: One.',
        'heading: Introduction',
        'body: Two.',
        'heading: Summary',
        'body: Three.',
        'heading: Plain-langua',
        'abstract: Four.',
      ],
    ))

  it('reads a supplement, and not what lists its files', () =>
    assert.deepEqual(
      [
        scopes('# Supplementary Information\n\nOne.\n\n## References\n\nTwo.'),
        scopes('# Methods\n\nOne.\n\n# Supplementary material\n\nTwo.\n\n## Supplementary Methods\n\nThree.'),
      ],
      [
        ['heading: Supplementar', 'body: One.', 'back: References', 'back: Two.'],
        ['heading: Methods', 'body: One.', 'back: Supplementar', 'back: Two.', 'heading: Supplementar', 'body: Three.'],
      ],
    ))

  it('takes a summary behind other sections for a part of the text, whatever these are called', () =>
    assert.deepEqual(
      [
        scopes('# Data\n\n## Tables\n\nOne.\n\n## Vocabularies\n\n## Eras\n\n## Summary\n\nTwo.'),
        scopes('# Cells\n\n## Highlights\n\nOne.\n\n## Significance\n\n## Summary\n\nTwo.'),
      ].map(scoped => scoped.at(-1)),
      ['body: Two.', 'abstract: Two.'],
    ))

  it('reads the legends behind the references', () =>
    assert.deepEqual(
      [
        scopes('# References\n\nOne.\n\n## Figures and Tables\n\nTwo.'),
        scopes('# References\n\nOne.\n\n# Legends to figures\n\nTwo.\n\n## Figure 1\n\nThree.'),
      ],
      [
        ['back: References', 'back: One.', 'heading: Figures and', 'body: Two.'],
        ['back: References', 'back: One.', 'heading: Legends to f', 'body: Two.', 'heading: Figure 1', 'body: Three.'],
      ],
    ))
})
