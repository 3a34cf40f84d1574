import { fold } from '../../text/fold.ts'

const LETTERS: ReadonlyMap<string, string> = new Map(
  'α alpha|β beta|γ gamma|δ delta|ε epsilon|ζ zeta|η eta|θ theta|κ kappa|λ lambda|μ mu|µ mu|σ sigma|τ tau|φ phi|χ chi|ψ psi|ω omega'
    .split('|')
    .map(pair => pair.split(' ') as [string, string]),
)
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')
const NAMES = new Set(LETTERS.values())

/** Whether a command of LaTeX is a Greek letter: `beta`, `Beta`, `textbeta`. */
export const isGreekCommand = (command: string): boolean => NAMES.has(nameOf(command))

const nameOf = (command: string): string => command.replace(/^text/, '').toLowerCase()

/** Formulas of LaTeX as they are looked for: Greek letters by their names, a word each; indices as they stand, `CO2`. */
export const withoutFormulas = (text: string): string =>
  text
    .replace(/\\([A-Za-z]+)/g, (all, command: string) => (isGreekCommand(command) ? ` ${nameOf(command)} ` : all))
    .replace(/[$_^{}]/g, '')

/** Lower case without accents, with the names of Greek letters in their place, a word each: `TGFβ1` as `tgf beta 1`. */
export const foldGreek = (text: string): string => fold(text).replace(LETTER, letter => ` ${LETTERS.get(letter)} `)
