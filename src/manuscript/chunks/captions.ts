import { isMap, isScalar } from 'yaml'
import { metadataStrings } from '../metadata/metadata-strings.ts'
import { parseYaml } from '../metadata/parse-yaml.ts'
import { CHUNK_HEADER } from './chunk.ts'
import { type OptionLines, optionLines } from './option-lines.ts'
import { partsOf } from './parts.ts'
import { rStrings } from './r-strings.ts'

/** A caption that the options of a chunk give, and the index in the text of each UTF-16 unit of it. */
export interface ChunkCaption {
  readonly value: string
  readonly places: readonly number[]
}

type Range = readonly [start: number, end: number]

/** What the options of a chunk say, as far as it concerns captions; names with hyphens. */
interface Options {
  readonly captions: readonly (ChunkCaption & { readonly name: string })[]
  /** Whether what the chunk makes is not shown, so that its captions are not either. */
  readonly hidden: boolean
}

/**
 * The options whose values Quarto and knitr hand on as Markdown. Alternative texts (`fig-alt`) become an attribute and are
 * printed as they stand; short captions (`fig-scap`) become TeX.
 */
const CAPTION = /^(?:fig|tbl|tab|table|lst)-(?:sub)?cap$/
/** A caption of the code, which is shown whether the code is run or not. */
const OF_CODE = /^lst-/

/**
 * The captions of a chunk in the order in which they stand. `info` is where its header stands in the text, braces included,
 * and `content` its code; line ends are `\n`. What is only known when the code runs (`!expr`, variables) is left out.
 */
export function chunkCaptions(text: string, info: Range, content: Range): ChunkCaption[] {
  const header = CHUNK_HEADER.exec(text.slice(...info))
  const close = text.lastIndexOf('}', info[1] - 1)
  if (!header || close < info[0]) return []
  const start = info[0] + header[0].length
  const inHeader = knitrOptions(text.slice(start, close), index => start + index)
  const lines = optionLines(text, ...content)
  if (inHeader.captions.length === 0 && !lines?.source.includes('cap')) return []
  const inComments = lines ? commentOptions(lines) : NOTHING
  // An option in a comment takes the place of one in the header.
  const named = new Set(inComments.captions.map(({ name }) => name))
  const captions = [...inHeader.captions.filter(({ name }) => !named.has(name)), ...inComments.captions]
  const hidden = inHeader.hidden || inComments.hidden
  return hidden ? captions.filter(({ name }) => OF_CODE.test(name)) : captions
}

const NOTHING: Options = { captions: [], hidden: false }

/** A name as Quarto has it: knitr's `fig.cap` is `fig-cap`. */
const canonical = (name: string): string => name.replaceAll('.', '-')

const SHOWING = new Set(['eval', 'include', 'output'])

/** Options as in a header, `fig.cap="One", eval=FALSE`. */
function knitrOptions(source: string, placeOf: (index: number) => number): Options {
  if (!source.includes('=')) return NOTHING
  const captions: Options['captions'][number][] = []
  let hidden = false
  for (const part of partsOf(source)) {
    const option = /^([A-Za-z][\w.-]*)[ \t\n]*=[ \t\n]*/.exec(part.value)
    if (!option) continue
    const name = canonical(option[1]!)
    const value = part.value.slice(option[0].length)
    if (SHOWING.has(name)) hidden ||= /^(?:FALSE|F)$/.test(value)
    else if (name === 'fig-show') hidden ||= /^["']hide["']$/.test(value)
    else if (CAPTION.test(name)) {
      for (const { value: caption, offsets } of rStrings(value, part.start + option[0].length))
        captions.push({ name, value: caption, places: offsets.map(placeOf) })
    }
  }
  return { captions, hidden }
}

/** Options in the comments that begin the code: YAML, or as in a header where the first of them says so. */
function commentOptions({ source, placeOf }: OptionLines): Options {
  if (/^[ \t]*[^\s:=]+[ \t]*=/.test(source)) return knitrOptions(source, placeOf)
  const parsed = parseYaml(source)
  if ('refused' in parsed) return NOTHING
  const { document, read, original } = parsed
  const options = document.contents
  if (!isMap(options)) return NOTHING
  const at = (from: number, to: number) => ({ start: original(from), end: original(to) })
  const captions = metadataStrings(document, read, at).flatMap(({ path, value, span, offsets }) => {
    const name = canonical(path[0] ?? '')
    if (!CAPTION.test(name)) return []
    return [
      {
        name,
        value,
        places: Array.from({ length: value.length }, (_, index) => placeOf(offsets?.[index] ?? span.start + index)),
      },
    ]
  })
  const hidden = options.items.some(({ key, value }) => {
    const name = isScalar(key) ? canonical(String(key.value)) : ''
    const plain = isScalar(value) ? value.value : undefined
    return (SHOWING.has(name) && plain === false) || (name === 'fig-show' && plain === 'hide')
  })
  return { captions, hidden }
}
