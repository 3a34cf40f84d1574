import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import { choice } from '../settings/setting.ts'
import { memoByObject } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import { defineRule, type Finding } from './rule.ts'

const MIXED =
  /(?<![\p{L}\p{N}])(from|between)\s+(\d+(?:\.\d+)?)\s?(?:-|–|--)\s?(\d+(?:\.\d+)?)(?![\p{N}.-]|\s?(?:-|–))/giu
/** After “from”, a range may be what something comes from (“cells from 5–7 rats”): it has limits where a unit or the end of a clause follows. */
const LIMITS =
  /^\s?(?:$|[.,;)\]%°]|(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|fold)\b|(?!of|men|the|our|all)[A-Za-zµμ]{1,3}(?![\p{L}\p{N}]))/u
/** “from 2–3 mg to 8–9 mg” says its “to” later. */
const GOES_ON = /^[^.,;)]{0,40}?\sto\s/
/** A hyphen or dash between two numbers, where what stands around says that they are limits: a unit behind, “range” before. */
const RANGE =
  /(?<![\p{L}\p{N}.,:/#@&;\\%+−–-]|[-–−]\s)(\d{1,4}(?:\.\d+)?)(-|–|--)(\d{1,4}(?:\.\d+)?)(?![\p{L}\p{N}/:–-]|[.,]\d)/gu
const MEASURED =
  /^(?:\s?(?:%|°)|\s(?:(?:second|minute|hour|day|week|month|year|time|patient|mouse|rat|cell|cycle|passage)s?|mice|fold|h|min|s|d|wk|mo|y|[µμmkn]?(?:g|L|l|m|M|mol|Pa|Hz|Da|Gy)|cm|kb|bp|mmHg)(?![\p{L}\p{N}]))/u
const LIMITED = /(?:\branged?|\bIQR|\bCIs?|\binterval|\baged|\bages?|\bmedian|\bmean)[,:;]?\s(?:of\s)?$/
const NEGATIVE = /(?<![\p{L}\p{N}])[-−]\d+(?:\.\d+)?(?:--?|–)[-−]\d+(?:\.\d+)?(?![\p{L}\p{N}])/gu

export const rangeDash = defineRule({
  id: 'range-dash',
  summary: 'A range is written with words or with a dash, not half and half.',
  why: '“From 5–10” lacks its “to”, and a dash before a minus cannot be read.',
  severity: 'off',
  since: '0.1.0',
  options: {
    style: choice(
      'What is reported besides: nothing (“words”), the rarer of hyphen and en dash (“consistent”), every en dash (“ama”: the AMA Manual of Style writes “to”, or a hyphen in brackets), or every hyphen (“en-dash”, as the Chicago Manual of Style has it).',
      ['words', 'consistent', 'ama', 'en-dash'],
      'words',
    ),
  },
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

  *check({ manuscript }, { style }) {
    if (style !== 'words') yield* dashes(manuscript, style)
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

interface Dash {
  readonly span: Span
  readonly text: string
  readonly isHyphen: boolean
  readonly inBrackets: boolean
}

function* dashes(manuscript: Manuscript, style: 'consistent' | 'ama' | 'en-dash'): Iterable<Finding> {
  const found = scopesOf(manuscript).flatMap(({ scope, span, passage }) =>
    scope === 'back' ? [] : rangesIn(passage).map(range => ({ ...range, span: shift(range.span, span.start) })),
  )
  const hyphens = found.filter(({ isHyphen }) => isHyphen)
  const others = found.filter(({ isHyphen }) => !isHyphen)
  const wrong = style === 'ama' ? others : style === 'en-dash' || hyphens.length <= others.length ? hyphens : others
  if (style === 'consistent' && wrong.length === found.length) return
  const said = wrong === hyphens ? 'a hyphen' : 'an en dash'
  const reason = {
    consistent: `most ranges here have ${wrong === hyphens ? 'an en dash' : 'a hyphen'}`,
    ama: 'AMA style asks for “to”, or for a hyphen in brackets',
    'en-dash': 'an en dash is asked for',
  }
  for (const { span, text, inBrackets } of wrong) {
    const joint = wrong === hyphens ? '–' : style === 'ama' && !inBrackets ? ' to ' : '-'
    const newText = text.replace(/-{1,2}|–/, joint)
    yield {
      span,
      message: `“${text}” has ${said}; ${reason[style]}.`,
      fixes: [{ title: `Write “${newText}”`, edits: [{ span, newText }], safe: false }],
    }
  }
}

const rangesIn = memoByObject(({ prose }: Passage): readonly Dash[] =>
  [...prose.matchAll(RANGE)].flatMap(({ 0: text, 1: low, 2: dash, 3: high, index }) => {
    const end = index + text.length
    const before = prose.slice(Math.max(0, index - 40), index)
    const isRange = MEASURED.test(prose.slice(end, end + 16)) || LIMITED.test(before)
    if (!isRange || Number(low) >= Number(high)) return []
    const inBrackets = prose.lastIndexOf('(', index) > prose.lastIndexOf(')', index)
    return [{ span: { start: index, end }, text, isHyphen: dash === '-', inBrackets }]
  }),
)
