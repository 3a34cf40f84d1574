import { withoutQuotations } from '../analysis/quotations.ts'
import { byPassage, isEdited } from './by-passage.ts'
import { defineRule } from './rule.ts'

/** Nothing that it could be an adjective of follows: “the disabled gene” is about no people. */
const ALONE = '(?=\\s*(?:[.,;:)]|$)|\\s+(?:and|or|are|were|is|was|who|in|with|to|of|by|from|for|at|have|had)\\b)'

/** Labels that stand for people, and what says that they are people (AMA Manual of Style, 11th edition, 11.12.6). */
const WORDINGS: readonly (readonly [label: string, instead: string, reason?: string])[] = [
  ['diabetics', 'people with diabetes'],
  ['asthmatics', 'people with asthma'],
  ['epileptics', 'people with epilepsy'],
  ['schizophrenics', 'people with schizophrenia'],
  ['ha?emophiliacs', 'people with hemophilia'],
  ['alcoholics', 'people with alcohol use disorder'],
  ['(?:drug )?addicts', 'people with substance use disorder'],
  ['cancer (?:patients|victims|sufferers)', 'patients with cancer'],
  ['AIDS (?:victims|sufferers)', 'people with AIDS'],
  ['diabetic patients', 'patients with diabetes'],
  ['asthmatic patients', 'patients with asthma'],
  ['epileptic patients', 'patients with epilepsy'],
  ['schizophrenic patients', 'patients with schizophrenia'],
  ['obese patients', 'patients with obesity'],
  [`the (?:handicapped|disabled)${ALONE}`, 'people with disabilities'],
  [`the mentally ill${ALONE}`, 'people with mental illness'],
  ['stroke (?:victims|sufferers)', 'people who had a stroke'],
  ['suffering from(?=\\s+(?!the\\s+(?:same|lack))\\p{L})', 'with', 'says how people feel'],
  [
    'cases(?=\\s+(?:were|are)\\s+(?:treated|given|followed|enrolled|recruited|admitted|discharged|randomi[sz]ed|referred)\\b)',
    'patients',
    'stands for instances of a disease, and people are meant',
  ],
  [
    'patients who (?:have |had )?failed (?:first-line )?(?:chemotherapy|treatment|therapy|immunotherapy)',
    'patients in whom treatment failed',
    'blames the patients',
  ],
  [
    '(?:healthy|human|study) subjects|subjects(?=\\s+(?:who|with|aged|underwent|received|gave|completed)\\b)',
    'participants',
    'is impersonal',
  ],
  ['(?:confined to a wheelchair|wheelchair[- ]bound)', 'using a wheelchair'],
]
const PATTERNS = WORDINGS.map(([label, instead, reason = 'makes people of their disease']) => ({
  instead,
  reason,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${label.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}-])`, 'giu'),
}))

/** Words before a label that say nothing of it; any other may belong to the disease and would have to move with it: “breast cancer patients”. */
const PLAIN =
  /(?:^|[^\p{L}-])(?:a|an|the|all|both|each|every|some|any|no|many|most|more|few|fewer|several|other|these|those|our|their|of|in|for|with|among|amongst|from|to|by|on|at|between|than|that|and|or|but|as|if|were|are|was|is|became|become|include|included|including|treated|studied|\p{N}+)\s+$|(?:^|[^\p{L}\p{N}\s-])\s*$|\p{N}\s+$/iu

const isModified = (plain: string, index: number): boolean => !PLAIN.test(plain.slice(Math.max(0, index - 60), index))

export const personFirstWording = defineRule({
  id: 'person-first-wording',
  summary: 'People are named before their disease.',
  why: 'AMA style (11th edition, 11.12.6) asks for “people with diabetes”: a disease is what someone has, not what someone is. Whether that is wanted is the author’s and the journal’s to say, so the rule is off until it is asked for.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a disease that stands for the people who have it',
      files: `
//- paper.md
Circulating tumour cells were counted in diabetics.
                                         ^^^^^^^^^ warning person-first-wording: “diabetics” makes people of their disease; say “people with diabetes”.
`,
    },
  ],

  check: ({ manuscript }) => labelsIn(manuscript),
})

/** What every label has a part of. */
const SIGN =
  /diabetic|asthmatic|epileptic|schizophrenic|philiac|alcoholic|addict|patients|victims|sufferers|handicapped|disabled|mentally|wheelchair|suffering|cases|subjects/iu

const labelsIn = byPassage({ sign: SIGN, isMeant: isEdited }, prose => {
  const plain = withoutQuotations(prose)
  return PATTERNS.flatMap(({ pattern, instead, reason }) =>
    [...plain.matchAll(pattern)].flatMap(({ 0: text, index }) => {
      // “The Cancer Patients’ Alliance”
      if (/^\p{Lu}\p{Ll}+\s+\p{Lu}/u.test(text)) return []
      const span = { start: index, end: index + text.length }
      const newText = /^\p{Lu}\p{Ll}/u.test(text) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead
      const fixes = isModified(plain, index)
        ? undefined
        : [{ title: `Write “${newText}”`, edits: [{ span, newText }], safe: false }]
      const message = `“${text.replace(/\s+/g, ' ')}” ${reason}; say “${newText}”.`
      return [{ span, ...(fixes && { fixes }), message }]
    }),
  )
})
