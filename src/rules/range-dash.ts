import { scopesOf } from '../manuscript/scopes.ts'
import { defineRule } from './rule.ts'

const MIXED =
  /(?<![\p{L}\p{N}])(from|between)\s+(\d+(?:\.\d+)?)\s?(?:-|–|--)\s?(\d+(?:\.\d+)?)(?![\p{N}.-]|\s?(?:-|–))/giu
/** After “from”, a range may be what something comes from (“cells from 5–7 rats”): it has limits where a unit or the end of a clause follows. */
const LIMITS =
  /^\s?(?:$|[.,;)\]%°]|(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|fold)\b|(?!of|men|the|our|all)[A-Za-zµμ]{1,3}(?![\p{L}\p{N}]))/u
/** “from 2–3 mg to 8–9 mg” says its “to” later. */
const GOES_ON = /^[^.,;)]{0,40}?\sto\s/
const NEGATIVE = /(?<![\p{L}\p{N}])[-−]\d+(?:\.\d+)?(?:--?|–)[-−]\d+(?:\.\d+)?(?![\p{L}\p{N}])/gu

export const rangeDash = defineRule({
  id: 'range-dash',
  summary: 'A range is written with words or with a dash, not half and half.',
  why: '“From 5–10” lacks its “to”, and a dash before a minus cannot be read.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a dash after “between”',
      files: `
//- paper.md
Patients aged between 5-10 years were followed.
              ^^^^^^^^^^^^ warning range-dash: “between” goes with “and”: write “between 5 and 10”, or the dash without “between”.
`,
    },
  ],

  *check({ manuscript }) {
    for (const { scope, span: block, prose } of scopesOf(manuscript)) {
      if (scope === 'back') continue
      for (const { 0: text, 1: word, 2: low, 3: high, index } of prose.matchAll(MIXED)) {
        const after = prose.slice(index + text.length, index + text.length + 60)
        const isYears = /^\d{4}$/.test(low!) && /^\d{4}$/.test(high!)
        if (/from/i.test(word!) && !isYears && (!LIMITS.test(after) || GOES_ON.test(after))) continue
        const joint = /from/i.test(word!) ? 'to' : 'and'
        const instead = `${word} ${low} ${joint} ${high}`
        const span = { start: block.start + index, end: block.start + index + text.length }
        yield {
          span,
          message: `“${word}” goes with “${joint}”: write “${instead}”, or the dash without “${word}”.`,
          fixes: [{ title: `Write “${instead}”`, edits: [{ span, newText: instead }], safe: false }],
        }
      }
      for (const { 0: text, index } of prose.matchAll(NEGATIVE)) {
        const span = { start: block.start + index, end: block.start + index + text.length }
        yield { span, message: `“${text}” reads as two minus signs; write “to” between the limits.` }
      }
    }
  },
})
