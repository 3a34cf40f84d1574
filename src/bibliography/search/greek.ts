import { fold } from '../../text/fold.ts'
import { GREEK_NAMES, greekNameOf } from '../../text/greek.ts'

/** One Greek letter, or two as in “γδ T cells”; more of them are a Greek word. */
const LETTERS = /(?<![\u0370-\u03ff])[\u03b1-\u03c9\u00b5]{1,2}(?![\u0370-\u03ff])/g

/** Commands of LaTeX that are Greek letters, `beta`, `Beta` and `textbeta`, to the names of these. */
const COMMANDS: ReadonlyMap<string, string> = new Map(
  [...GREEK_NAMES].flatMap(name => {
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
export const foldGreek = (text: string): string =>
  fold(text).replace(LETTERS, letters => ` ${[...letters].map(letter => greekNameOf(letter.charCodeAt(0))).join(' ')} `)
