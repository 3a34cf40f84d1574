/** Words that lead to a short form inside brackets. */
const LEAD =
  /^(?:i\.\s?e\.|ie|e\.\s?g\.|hereafter|hereinafter|henceforth|also|or|abbreviated|abbreviation|known|called|termed|named|denoted|designated|referred|so-called|here|simply|acronym|short|symbol|gene|the)(?![\p{L}\p{N}])[,:]?\s*(?:(?:known|called|abbreviated|referred|termed|named|denoted|to|as|by|for|here|simply|the)(?![\p{L}\p{N}])[,:]?\s*)*(?=\S)/iu
const NOT_SHORT =
  /^(?:[Ss]ee|[Ff]igs?|[Tt]ables?|and|or|the|[Ll]eft|[Rr]ight|[Tt]op|[Bb]ottom|[Uu]pper|[Ll]ower|[Mm]ean|[Mm]edian|[Rr]ange|[Tt]otal|[Yy]es|[Nn]o|not|[Bb]oth|[Aa]ll|[Dd]ata|[Mm]ale|[Ff]emale|[Mm]en|[Ww]omen|UK|USA|i+|iv|vi*|ix|xi*|II|III|IV|VI*|IX|XI*|[a-f]|et|al|vs|[Rr]efs?|[Ee]qs?|eds?|[Rr]ev|[Ss]uppl|[Oo]ne|[Tt]wo|three|four|five|six|seven|eight|nine|ten|[Ff]irst|second|third|[Ll]ow|[Hh]igh|[Cc]ontrols?|e\.?g\.?|i\.?e\.?|[mk]g|m?l|[cmn]m|[kM]?Hz|kDa|min|sec|hrs?|days?|weeks?|months?|years?|yrs?|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\.?$/

const NUMBERED =
  /^(?:[Ff]ig(?:ure|s)?|[Tt]ables?|[Dd]atasets?|[Ff]iles?|[Ss]ections?|[Cc]hapters?|[Mm]ovies?|[Vv]ideos?|[Aa]ppendix|[Bb]ox|[Pp]anels?|[Ss]upplementary|[Ss]upplement|[Nn]ote|[Tt]ext|[Mm]ethods?|[Ee]quation)\b/

/** A mark that leads to references or to a note: `^3,4^`, `^a^`, `[3]`; of one in a tag, the tag is blank. */
export const REFERENCE_MARK = String.raw`\^\[?[\d,–-]+\]?\^|\^[a-z]\^|\[[\s\d,;–-]*\]|\s{4,}\d[\d,–-]*\s{5,}`
const MARK_AT_END = /(?<=[\p{L}\p{N}]{2})(?:\^\[?[\d,–-]+\]?\^|\^[a-z]\^)$/u

/** A short form read from what stands in brackets: its place in that text. */
export interface ShortForm {
  readonly text: string
  readonly start: number
  /** Whether every letter has to agree: it is mostly defined elsewhere, “OR = 1.8”, “the ECM”, or other names stand beside it. */
  readonly isDoubtful: boolean
}

/** The short form that a text in brackets begins with, if it can be one: `MRI`, `MRI, 1.5 T`, `i.e., TGF-β`. */
export function shortFormIn(inner: string): ShortForm | undefined {
  const lead = LEAD.exec(inner)
  const skipped = lead && lead[0].length < inner.length ? lead[0].length : 0
  for (const start of skipped > 0 ? [skipped, 0] : [0]) {
    const rest = inner.slice(start)
    const cut =
      /[,;:=]\s|[;=]|\s[<>≤≥[(]|,\s*$|\s+(?:or|and|see|for|as|is|in|of|from|with)\s|\s[-–—]\s/.exec(rest)?.index ??
      rest.length
    const isDoubtful = /^\s*[=<>≤≥]\s*[-–−+<>.\d]/.test(rest.slice(cut)) || (start > 0 && /^the\s/.test(inner))
    const { text, offset } = trimmed(rest.slice(0, cut))
    // of “TNF-$\alpha$”, the prose has no more than this
    if (/[-–]\s{2,}$/.test(rest)) continue
    if (/^\p{Ll}+$/u.test(text) && cut < rest.length && /\p{L}/u.test(rest.slice(cut))) continue
    if (isShortForm(text)) return { text, start: start + offset, isDoubtful }
  }
  return undefined
}

/** The short forms among two or three names in brackets: `PBSF/SDF-1`, `cachectin, TNF`, `TNF 10 ng/ml`. */
export function namesIn(inner: string): ShortForm[] {
  const names = [...inner.matchAll(NAME)]
  return (names.length > 1 && names.length < 4 ? names : []).flatMap(({ 0: name, index }) => {
    const { text, offset } = trimmed(name)
    if (/\s/.test(text) || !isShortForm(text) || !/\p{Lu}.*\p{Lu}/u.test(text)) return []
    return [{ text, start: index + offset, isDoubtful: true }]
  })
}

/** What stands between slashes, commas, “or” and numbers. */
const NAME = /(?<=^|[/,;]|\sor\s|\s(?=\p{N})).+?(?=$|[/,;]|\sor\s|\s\p{N})/gsu

const LONGEST = 24

/** Whether a text may be a short form: one or two words, or three of which one is a number, that hold a letter, neither numbers nor common words. */
export function isShortForm(text: string): boolean {
  if (text.length < 1 || text.length > LONGEST || !/^[\p{L}\p{N}]/u.test(text)) return false
  const words = text.split(/\s+/)
  if (
    words.length > (/\s(?:\p{N}|\p{Lu})[^\s\p{Ll}]*$/u.test(text) ? 3 : 2) ||
    NOT_SHORT.test(text) ||
    NUMBERED.test(text)
  )
    return false
  if (
    /[<>≤≥=±×%"“”@$£€]|(?<!\p{Lu})&|&(?!\p{Lu})|\d\.\d|\d,\d{3}|^[\d,]+(?:[-–]\d+)?$|^\d+\s?\p{Ll}+$|^\d+\s(?!alpha|beta)/u.test(
      text,
    )
  )
    return false
  if (!/\p{L}/u.test(text)) return false
  if (words.length > 1 && !/\p{Lu}/u.test(text)) return false
  // names of ten letters and more have small ones only in words
  if (text.length > 14 && !/\p{Lu}.*\p{Lu}/u.test(text)) return false
  // long words in small letters are words
  return !/^\p{L}?\p{Ll}{5,}$/u.test(text)
}

/** Without the spaces, quotation and emphasis marks around it; the marks of an index at its end, “T~FH~”, stay, those of references go. */
export function trimmed(text: string): { text: string; offset: number } {
  const offset = /^[\s*_'"“”‘’`~^]*/.exec(text)![0].length
  const rest = withoutMarks(text.slice(offset), ',;:')
  const bare = /^(?:\p{L}\.){2,}$/u.test(rest) ? rest : withoutMarks(rest, '.,;:')
  return { text: bare.replace(MARK_AT_END, ''), offset }
}

/** Without the marks at its end, and those of an index or an exponent if they close none. */
function withoutMarks(text: string, points: string): string {
  let end = text.length
  for (; end > 0; end--) {
    const mark = text[end - 1]!
    if (mark === '~' || mark === '^') {
      if (text.slice(0, end).split(mark).length % 2 === 1) break
    } else if (!/[\s*_'"“”‘’`]/.test(mark) && !points.includes(mark)) break
  }
  return text.slice(0, end)
}
