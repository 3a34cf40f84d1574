import { fold } from '../../text/fold.ts'

const LETTERS: ReadonlyMap<string, string> = new Map(
  'α alpha|β beta|γ gamma|δ delta|ε epsilon|ζ zeta|η eta|θ theta|κ kappa|λ lambda|μ mu|µ mu|σ sigma|τ tau|φ phi|χ chi|ψ psi|ω omega'
    .split('|')
    .map(pair => pair.split(' ') as [string, string]),
)
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')
/** Commands of LaTeX that are Greek letters, `beta`, `Beta` and `textbeta`, to the names of these. */
const COMMANDS: ReadonlyMap<string, string> = new Map(
  [...LETTERS.values()].flatMap(name => {
    const capital = name.charAt(0).toUpperCase() + name.slice(1)
    return [name, capital, `text${name}`, `text${capital}`].map(command => [command, name] as const)
  }),
)

/** The name of the Greek letter that a command of LaTeX is, if it is one. */
export const greekName = (command: string): string | undefined => COMMANDS.get(command)

/** Formulas of LaTeX as they are looked for: Greek letters by their names, a word each; indices as they stand, `CO2`. */
export const withoutFormulas = (text: string): string =>
  text
    .replace(/\\([A-Za-z]+)/g, (all, command: string) => {
      const name = greekName(command)
      return name === undefined ? all : ` ${name} `
    })
    .replace(/[$_^{}]/g, '')

/** Lower case without accents, with the names of Greek letters in their place, a word each: `TGFβ1` as `tgf beta 1`. */
export const foldGreek = (text: string): string => fold(text).replace(LETTER, letter => ` ${LETTERS.get(letter)} `)
