const QUOTED = /“[^”]{0,300}”|"[^"\n]{0,300}"|(?<!\p{L})‘[^‘\n]{0,200}?’(?!\p{L})/gu
const MARK = /[“"‘]/

/** A prose at its own length with its quotations blanked: what others said is not the author's wording. */
export const withoutQuotations = (prose: string): string =>
  MARK.test(prose) ? prose.replace(QUOTED, quoted => ' '.repeat(quoted.length)) : prose
