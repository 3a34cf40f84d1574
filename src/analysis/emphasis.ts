import type { Manuscript } from '../manuscript/manuscript.ts'

/** A text in italics as it can be written at an offset: an asterisk that begins a value of the metadata is an alias of YAML. */
export const inItalics = ({ frontMatter: { strings } }: Manuscript, offset: number, text: string): string =>
  strings.some(({ span }) => span.start === offset) ? `_${text}_` : `*${text}*`
