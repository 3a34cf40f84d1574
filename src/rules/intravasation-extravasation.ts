import { byPassage } from './by-passage.ts'
import { defineRule } from './rule.ts'

const VESSEL =
  '(?:blood[ -]?stream|circulation|blood(?: vessels?)?|vessels?|(?:vascular|vessel) lumen|vasculature|capillar(?:y|ies)|lymphatics?|tumou?r vessels?)'
const TISSUE =
  '(?:tissues?|parenchyma|stroma|organs?|lungs?|liver|brain|bones?|bone marrow|interstiti(?:um|al space)|secondary sites?|target organs?|extravascular space|perivascular space)'
/** What is no cell leaks wherever it should not be, cement into veins as well. */
const LEAKING =
  /\b(?:cement|PMMA|contrast|dye|tracer|urine|bile|plasma|fluid|drug|agent|medium|media|antigen)s?(?:\s+[\p{L}-]+){0,3}\s+$/iu
const BETWEEN =
  '(?:\\s+(?:the|a|an|their|its|distant|surrounding|target|host|secondary|adjacent|local|peripheral|blood|lung|liver|brain|bone)){0,3}\\s+'

/** Behind an organ, what of it is a vessel: “into the lung capillaries”. */
const OF_VESSELS =
  '(?!\\s+(?:micro)?(?:vessels?|vascul|capillar|circulation|lymphatics?|veins?|venules?|arter|endotheli|sinusoid|blood))'
/** Whose way it is: “extravasation of tumour cells into …”; what is no cell leaks. */
const OF_CELLS =
  '(?:\\s+of(?:\\s+[\\p{L}-]+){0,3}?\\s+(?:cells?|CTCs?|clusters?|emboli|leu[ck]ocytes?|neutrophils?|monocytes?|lymphocytes?))?'

/** What is left on the way: “extravasate from the primary tumour into the blood”, not “from capillaries into lymphatics”. */
const FROM = `(?:\\s+(?:from|out\\s+of)(?:\\s+(?!in\\s|into\\s|to\\s|${VESSEL})[\\p{L}-]+){1,5}?)?`
const FROM_VESSELS = FROM.replace(`|${VESSEL}`, '')

/** Where a direction is written that the word itself excludes: into the vessels is in, into the tissue is out. */
const MISTAKES = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}-])extravasat(?:e|es|ed|ing|ion)${OF_CELLS}${FROM}\\s+(?:back\\s+)?(?:into|to|in to)${BETWEEN}${VESSEL}(?![\\p{L}-]|['’]|\\s+(?:vessels?|walls?|sheaths?|surroundings?))`,
      'giu',
    ),
    said: 'into the vessels',
    word: 'intravasat',
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}-])intravasat(?:e|es|ed|ing|ion)${OF_CELLS}${FROM_VESSELS}\\s+(?:into|to|in to)${BETWEEN}${TISSUE}(?![\\p{L}-])${OF_VESSELS}`,
      'giu',
    ),
    said: 'into the tissue',
    word: 'extravasat',
  },
] as const

export const intravasationExtravasation = defineRule({
  id: 'intravasation-extravasation',
  summary: 'Cells intravasate into vessels and extravasate out of them.',
  why: 'The review lists intravasation before and extravasation after circulation; the two words are easily swapped.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'cells that leave the vessels inwards',
      files: `
//- paper.md
Invasive cells extravasate into the blood stream and travel.
               ^^^^^^^^^^^ warning intravasation-extravasation: “extravasate” leads out of vessels, and the sentence says “into the vessels”; is “intravasate” meant?
`,
    },
  ],

  check: ({ manuscript }) => swapsIn(manuscript),
})

const swapsIn = byPassage({ sign: /vasat/iu }, prose =>
  MISTAKES.flatMap(({ pattern, said, word }) =>
    [...prose.matchAll(pattern)].flatMap(({ 0: text, index }) => {
      if (LEAKING.test(prose.slice(Math.max(0, index - 80), index))) return []
      const written = /^\p{L}+/u.exec(text)![0]
      const stem = /^(?:extra|intra)vasat/i.exec(written)![0]
      const meant = matchCase(written, word + written.slice(stem.length))
      const span = { start: index, end: index + written.length }
      const leads = word === 'intravasat' ? 'out of' : 'into'
      const finding = {
        span,
        message: `“${written}” leads ${leads} vessels, and the sentence says “${said}”; is “${meant}” meant?`,
        fixes: [{ title: `Write “${meant}”`, edits: [{ span, newText: meant }], safe: false }],
      }
      return [finding]
    }),
  ),
)

const matchCase = (like: string, word: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word
