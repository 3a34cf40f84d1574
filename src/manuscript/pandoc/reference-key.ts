/** A link label as Pandoc compares it: case and the amount of white space do not count. */
export const referenceKey = (label: string): string => label.trim().split(/\s+/).join(' ').toLowerCase()
