import { plainText } from './readers/bibtex/latex.ts'

const FORMULA = /\$([^$]*[\\_^][^$]*)\$/g
const FONT = /\\(?:mathrm|mathit|mathbf|text)\{([^{}]*)\}/g
const SCRIPT = /([_^])(?:\{([^{}]*)\}|(.))/g
const SUBSCRIPTS = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index]!]))
const SUPERSCRIPTS = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'][index]!]))

/** A text with its formulas as plain letters, `$\beta$` as β and `CO$_2$` as CO₂; what is more than that stays as it is. */
export function formulasAsText(text: string): string {
  if (!text.includes('$')) return text
  return text.replace(FORMULA, (formula, inside: string) => {
    const scripted = inside
      .replace(FONT, '$1')
      .replace(SCRIPT, (all, mark: string, group?: string, single?: string) => {
        const signs = [...(group ?? single ?? '')].map(sign => (mark === '_' ? SUBSCRIPTS : SUPERSCRIPTS).get(sign))
        return signs.length > 0 && signs.every(sign => sign !== undefined) ? signs.join('') : all
      })
    return /[{}_^]/.test(scripted) ? formula : plainText(scripted)
  })
}
