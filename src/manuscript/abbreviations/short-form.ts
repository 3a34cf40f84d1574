/** Words that lead to a short form inside brackets. */
const LEAD =
  /^(?:i\.\s?e\.|ie|e\.\s?g\.|hereafter|hereinafter|henceforth|also|or|abbreviated|abbreviation|known|called|termed|named|denoted|designated|referred|so-called|here|simply|acronym|short|symbol|gene)(?![\p{L}\p{N}])[,:]?\s*(?:(?:known|called|abbreviated|referred|termed|named|denoted|to|as|by|for|here|simply|the)(?![\p{L}\p{N}])[,:]?\s*)*(?=\S)/iu
const NOT_SHORT =
  /^(?:[Ss]ee|[Ff]igs?|[Tt]ables?|and|or|the|[Ll]eft|[Rr]ight|[Tt]op|[Bb]ottom|[Uu]pper|[Ll]ower|[Mm]ean|[Mm]edian|[Rr]ange|[Tt]otal|[Yy]es|[Nn]o|not|[Bb]oth|[Aa]ll|[Dd]ata|[Mm]ale|[Ff]emale|[Mm]en|[Ww]omen|UK|USA|i+|iv|vi*|ix|xi*|II|III|IV|VI*|IX|XI*|[a-f]|et|al|vs|[Rr]efs?|[Ee]qs?|eds?|[Rr]ev|[Ss]uppl|[Oo]ne|[Tt]wo|three|four|five|six|seven|eight|nine|ten|[Ff]irst|second|third|[Ll]ow|[Hh]igh|[Cc]ontrols?|e\.?g\.?|i\.?e\.?|[mk]g|m?l|[cmn]m|[kM]?Hz|kDa|min|sec|hrs?|days?|weeks?|months?|years?|yrs?|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\.?$/

const NUMBERED =
  /^(?:[Ff]ig(?:ure|s)?|[Tt]ables?|[Dd]atasets?|[Ff]iles?|[Ss]ections?|[Cc]hapters?|[Mm]ovies?|[Vv]ideos?|[Aa]ppendix|[Bb]ox|[Pp]anels?|[Ss]upplementary|[Ss]upplement|[Nn]ote|[Tt]ext|[Mm]ethods?|[Ee]quation)\b/

/** A short form read from what stands in brackets: its place in that text. */
export interface ShortForm {
  readonly text: string
  readonly start: number
  /** Whether a value follows, as mostly of what is defined elsewhere: “OR = 1.8”. */
  readonly hasValue: boolean
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
    const hasValue = /^\s*[=<>≤≥]\s*[-–−+<>.\d]/.test(rest.slice(cut))
    const { text, offset } = trimmed(rest.slice(0, cut))
    // of “TNF-$\alpha$”, the prose has no more than this
    if (/[-–]\s{2,}$/.test(rest)) continue
    if (/^\p{Ll}+$/u.test(text) && cut < rest.length && /\p{L}/u.test(rest.slice(cut))) continue
    if (isShortForm(text)) return { text, start: start + offset, hasValue }
  }
  return undefined
}

/** Whether a text may be a short form: one or two words that hold a letter, neither numbers nor common words. */
export function isShortForm(text: string): boolean {
  if (text.length < 1 || text.length > 14 || !/^[\p{L}\p{N}]/u.test(text)) return false
  const words = text.split(/\s+/)
  if (words.length > 2 || NOT_SHORT.test(text) || NUMBERED.test(text)) return false
  if (/[<>≤≥=±×%"“”@$£€]|(?<!\p{Lu})&|&(?!\p{Lu})|\d[.,]\d|^\d+(?:[-–]\d+)?$|^\d+\s?\p{Ll}+$|^\d+\s/u.test(text))
    return false
  if (!/\p{L}/u.test(text)) return false
  if (words.length === 2 && !/\p{Lu}/u.test(text)) return false
  // long words in small letters are words
  return !/^\p{L}?\p{Ll}{5,}$/u.test(text)
}

/** Without the spaces, quotation and emphasis marks around it; the marks of an index at its end, “T~FH~”, stay. */
export function trimmed(text: string): { text: string; offset: number } {
  const offset = /^[\s*_'"“”‘’`~^]*/.exec(text)![0].length
  const rest = withoutMarks(text.slice(offset), ',;:')
  return { text: /^(?:\p{L}\.){2,}$/u.test(rest) ? rest : withoutMarks(rest, '.,;:'), offset }
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
