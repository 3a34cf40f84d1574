import { styleText } from 'node:util'

export type Style = 'red' | 'yellow' | 'blue' | 'green' | 'dim' | 'bold' | 'underline'
export type Paint = (style: Style, text: string) => string

/** Colours a text for the terminal, or leaves it alone. */
export const painter = (colour: boolean): Paint =>
  colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text

/**
 * The text on one line, with nothing in it that steers a terminal: control characters are shown by their pictures,
 * and marks that turn the direction of writing around are left out.
 */
export const printable = (text: string): string =>
  text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(/[\x00-\x1f]/g, control => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
