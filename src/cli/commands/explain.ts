import { RULES, ruleOf } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { closest } from '../../text/closest.ts'
import { defineCommand } from '../command.ts'
import { Failure } from '../failure.ts'
import { type Paint, painter } from '../terminal.ts'

/** Says what a rule holds, why, with which options and examples; without a rule, which there are. */
export const explain = defineCommand({
  name: 'explain',
  summary: 'Say why a rule is there, with its options and examples; without RULE, list the rules.',
  operands: '[RULE…]',
  options: {},
  async run(operands, _options, io) {
    const paint = painter(io.colour)
    if (operands.length === 0) {
      io.out(list(paint))
      return 0
    }
    const rules = operands.map(ruleNamed)
    io.out(rules.map(rule => page(rule, paint)).join('\n'))
    return 0
  },
})

/** The rule of that id, or a `Failure` that names the nearest. */
export function ruleNamed(id: string): Rule {
  const rule = ruleOf(id)
  if (rule) return rule
  const near = closest(
    id,
    RULES.map(known => known.id),
  )
  throw new Failure(`There is no rule “${id}”.`, near ? `Did you mean “${near}”?` : '“stroma explain” lists the rules.')
}

function list(paint: Paint): string {
  const width = Math.max(...RULES.map(rule => rule.id.length))
  const lines = RULES.map(
    ({ id, severity, summary }) => `${paint('bold', id.padEnd(width))}  ${severity.padEnd(7)}  ${summary}`,
  )
  return `${lines.join('\n')}\n`
}

function page({ id, severity, since, summary, why, options, examples }: Rule, paint: Paint): string {
  const head = `${paint('bold', id)} (${severity === 'off' ? 'off by default' : severity}, since ${since})`
  const declared = Object.entries(options).map(
    ([name, option]) => `  ${name} (default ${JSON.stringify(option.default)})\n    ${option.description}`,
  )
  const shown = examples.map(({ shows, files }) => `${paint('bold', `Example: ${shows}`)}\n\n${indent(files)}`)
  return [
    `${head}\n${summary}`,
    why,
    ...(declared.length > 0 ? [`${paint('bold', 'Options')}\n${declared.join('\n')}`] : []),
    ...shown,
    `${paint('bold', 'Settings')}\n  In .stroma.yaml:  rules: { ${id}: ${severity === 'off' ? 'warning' : 'off'} }\n  For one line:     <!-- stroma-disable-next-line ${id}: the reason -->`,
    '',
  ].join('\n\n')
}

const indent = (text: string): string => text.replace(/^\n+|\n+$/g, '').replace(/^(?=.)/gm, '    ')
