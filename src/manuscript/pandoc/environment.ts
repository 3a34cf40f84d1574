import type { Problem } from '../../text/span.ts'

/** Extensions of Pandoc in which its descendants differ from it. */
export interface PandocOptions {
  /** `autolink_bare_uris`: a bare URL or e-mail address is a link, so that no citation is found in it. */
  readonly bareUris: boolean
  /** `tex_math_single_backslash`: `\\(…\\)` and `\\[…\\]` are mathematics. */
  readonly backslashMath: boolean
  /** Headers such as `{r, echo=FALSE}` open a code block: the renderer takes executable chunks out before Pandoc reads. */
  readonly executableChunks: boolean
}

/** What reading one place depends on beside the text that follows: Pandoc's parser state. */
export interface Environment {
  readonly options: PandocOptions
  /** Example labels defined so far, with their numbers. */
  readonly examples: Map<string, number>
  nextExample: number
  inListItem: boolean
  /** How many fenced divs are open. */
  divLevel: number
  /** The HTML element whose closing tag ends the present block. */
  htmlElement: string | undefined
  /** How many containers are open; beyond a bound the text is read as one paragraph. */
  nesting: number
  problems: Problem[]
  /** The whole text, to tell it from that of a container. */
  rootText: string
  /** How far the whole text was looked at, where that was further than what was read. */
  reach: number
  /** What was looked for in all the rest of the text, in vain. */
  readonly needles: Set<string>
  /** From where on a fence of some length, of each kind, closes nothing in a text. */
  readonly unclosedFences: Map<number, { readonly text: string; readonly from: number; readonly length: number }>
}

/** Notes that the reading of the present block looked as far as `end`. */
export function lookedTo(environment: Environment, text: string, end: number): void {
  if (text === environment.rootText && end > environment.reach) environment.reach = end
}

export const newEnvironment = (options: PandocOptions): Environment => ({
  options,
  examples: new Map(),
  nextExample: 1,
  inListItem: false,
  divLevel: 0,
  htmlElement: undefined,
  nesting: 0,
  problems: [],
  rootText: '',
  reach: 0,
  needles: new Set(),
  unclosedFences: new Map(),
})
