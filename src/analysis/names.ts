import type { Span } from '../text/span.ts'

/** A number, a superscript's end or an index in brackets that follows a short form: “EC 3.4.24”, “MK 801”, “CB(1)”. */
const NOTATION = /^(?:[.:]?\s?\(?\d|\(|\s+numbers?\b|-\W|[+−-]\/[+−-]|\s?[→←]|–\p{Ll})/u
const CODON = /^[ACGTUN]{3}$/
/** What tells that two letters are a genotype. */
const GENOTYPE = /^[*_]*\s+(?:geno|haplo)?types?\b|^[*_]*\s+(?:alleles?|carriers?|homozyg|heterozyg)/i
/** A name that the short form is a part of, in front of it (“Leica DMR”, not at the start of a sentence) or after it (“IBM Netezza”). */
const NAMED_BEFORE = /[\p{L}\p{N},;)]\s+\p{Lu}\p{Ll}+\s$|\b(?:gene|protein)\s$/u
const NAMED_AFTER = /^\s\p{Lu}\p{Ll}|^[*_]*\s+(?:genes?|proteins?|loc(?:us|i)|motifs?|(?:anti)?codons?)\b/u
const STAGE = /(?:stages?|grades?|types?|class(?:es)?|phases?|groups?|levels?|and|or)\s+$/i

/** Whether the short form at a place is a part of a name or of a notation, and no abbreviation by itself. */
export function standsInName(prose: string, { start, end }: Span): boolean {
  const before = prose.slice(Math.max(0, start - 30), start)
  const after = prose.slice(end, end + 16)
  const text = prose.slice(start, end)
  return (
    /[)^]$|\p{Ll}[*_]$/u.test(before) ||
    NAMED_BEFORE.test(before) ||
    NAMED_AFTER.test(after) ||
    NOTATION.test(after) ||
    (CODON.test(text) && (/[ACGTUN]{3}\s$/.test(before) || /^\s[ACGTUN]{3}\b/.test(after))) ||
    (/^[ACGT]{2}$/.test(text) && (GENOTYPE.test(after) || /\d\s$/.test(before))) ||
    (/^[IVX]+[A-D]$/.test(text) && (text.length > 2 || STAGE.test(before)))
  )
}
