import type { Span } from '../text/span.ts'

/** A number, a superscript's end or an index in brackets that follows a short form: “EC 3.4.24”, “MK 801”, “CB(1)”. */
const NOTATION = /^(?:[.:]?\s?\(?\d|\(|\s+numbers?\s[\d:]|-\W|[+−-]\/[+−-]|\s?[→←]|–\p{Ll})/u
const CODON = /^[ACGTUN]{3}$/
/** What tells that two letters are a genotype. */
const GENOTYPE = /^[*_]*\s+(?:geno|haplo)?types?\b|^[*_]*\s+(?:alleles?|carriers?|homozyg|heterozyg)/i
/** A name that the short form is a part of, in front of it (“Leica DMR”, not at the start of a sentence) or after it (“IBM Netezza”). */
const NAME_BEFORE = /[\p{L}\p{N},;)](?:[^\S\n]+\n?|\n)\p{Lu}\p{Ll}+\s$/u
const NAME_AFTER = /^\s\p{Lu}\p{Ll}/u
/** A word for what the short form is the name of. */
const KIND_BEFORE = /\b(?:gene|protein)\s$/u
const KIND_AFTER =
  /^[*_]*\s+(?:genes?|proteins?|loc(?:us|i)|motifs?|(?:anti)?codons?|domains?|fingers?|repeats?|chemokines?|mice|mouse|strains?|transcription|transcripts?|mRNAs?|promoters?|alleles?|mutants?|mutations?|knock(?:down|out)s?|orthologs?|orthologues?|homologs?|homologues?)\b/u
/** An item of a list of strains: “the inbred lines CXB, BXH and AKXL”. */
const STRAIN =
  /\b(?:strains?|inbred\slines?)(?:,?\s(?:including|such\sas|named|called|were|was|are|is|in\s[^.;]{0,60}\sis))?(?:\sthe)?[:(]?\s+(?:[\p{Lu}\p{N}][\p{L}\p{N}/-]*(?:,?\sand\s|,\s))*$/u
/** In italics as a whole, as the symbols of genes are. */
const ITALIC_BEFORE = /(?:^|[^*_])[*_]$/
const ITALIC_AFTER = /^[*_](?![*_])/
/** A genotype of mice says more than the name of a strain: KO and WT are abbreviations before “mice” as well. */
const GENOTYPED = /^(?:D?KO|CKO|WT|TG|HET)$/
/** A peptide, letter by letter: “the linker TGEKP”. */
const PEPTIDE = /^[ACDEFGHIKLMNPQRSTVWY]{3,}$/
const SEQUENCE_AFTER = /^[*_]*\s+(?:\p{Ll}+\s+)?(?:sequences?|linkers?|tags?|box(?:es)?)\b/u
const SEQUENCE_BEFORE = /\b(?:sequences?|linkers?|motifs?|residues?)\s$/i
/** The reference of a level, as in “dB HL”, and the base of what is “cyclic GMP”. */
const PART_OF_UNIT = /\bdB\s$|\b[Cc]yclic[\s-]$/
/** A label of a structured abstract, “MAIN OUTCOME MEASURES: …”, in front of the short form and after it. */
const LABEL_BEFORE = /(?:^|[.!?)\]]\s+|\n)[*_]*(?:(?:\p{Lu}{2,}|&)[\s/,-]+)*$/u
const LABEL_AFTER = /^(?:[\s/,-]+(?:\p{Lu}{2,}|&))*[*_]*(?:[:.]|\s[-–—]\s)/u
/** Words in capitals in a row: “(ABSTRACT TRUNCATED AT 250 WORDS)”. */
const SHOUTED = /(?:(?<![\p{L}\p{N}-])\p{Lu}{2,}[\s\d]+){2}$|^(?:[\s\d]+\p{Lu}{2,}(?![\p{L}\p{N}-])){2}/u
/** A state behind a town: “Washington, DC”. */
const STATE =
  /^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$/
const TOWN = /\p{Lu}\p{Ll}+,\s$/u
const STAGE = /(?:stages?|grades?|types?|class(?:es)?|phases?|groups?|levels?|and|or)\s+$/i

/** Whether the short form at a place is a part of a name or of a notation, and no abbreviation by itself. */
export function standsInName(prose: string, { start, end }: Span): boolean {
  const before = prose.slice(Math.max(0, start - 60), start)
  const after = prose.slice(end, end + 60)
  const text = prose.slice(start, end)
  return (
    (LABEL_BEFORE.test(before) && LABEL_AFTER.test(after)) ||
    isShouted(prose, start) ||
    SHOUTED.test(before) ||
    SHOUTED.test(after) ||
    (STATE.test(text) && TOWN.test(before) && /^(?:[,;)]|\s(?:USA|area|\d{5})\b)/.test(after)) ||
    /^F[IVX]+$/.test(text) ||
    PART_OF_UNIT.test(before) ||
    (PEPTIDE.test(text) && (SEQUENCE_AFTER.test(after) || SEQUENCE_BEFORE.test(before))) ||
    /[)^]$|\p{Ll}[*_]$/u.test(before) ||
    isPartOfName(before, after) ||
    KIND_BEFORE.test(before) ||
    (KIND_AFTER.test(after) && !(GENOTYPED.test(text) && /^[*_]*\s+(?:mice|mouse)\b/.test(after))) ||
    NOTATION.test(after) ||
    STRAIN.test(prose.slice(Math.max(0, start - 160), start)) ||
    (ITALIC_BEFORE.test(before) && ITALIC_AFTER.test(after)) ||
    (CODON.test(text) && (/[ACGTUN]{3}\s$/.test(before) || /^\s[ACGTUN]{3}\b/.test(after))) ||
    (/^[ACGT]{2}$/.test(text) && (GENOTYPE.test(after) || /\d\s$/.test(before))) ||
    (/^[IVX]+[A-D]$/.test(text) && (text.length > 2 || STAGE.test(before)))
  )
}

/** Whether a word with a capital letter, in front of a short form or behind it, makes one name with it. */
export const isPartOfName = (before: string, after: string): boolean =>
  NAME_BEFORE.test(before) || NAME_AFTER.test(after)

/** Whether the line has words and no small letter: “STUDY DESIGN AND METHODS”. */
function isShouted(prose: string, offset: number): boolean {
  const start = prose.lastIndexOf('\n', offset - 1) + 1
  const end = prose.indexOf('\n', offset)
  const line = prose.slice(start, end < 0 ? undefined : end)
  return !/\p{Ll}/u.test(line) && /\p{Lu}{5}/u.test(line) && /\p{Lu}\s+\p{Lu}/u.test(line)
}
