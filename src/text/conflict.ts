/** What the author reads where version control left two versions of a text side by side. */
export const MERGE_CONFLICT =
  'A merge conflict was left here. Keep one side and delete the lines with <<<<<<<, ======= and >>>>>>>.'

/** The line that begins a conflict, at the start of a line. */
export const CONFLICT_START = /^<{7}(?: [^\r\n]*)?$/m

/** Any line of a conflict that is not the author's; inside one only, since people underline with equals signs. */
export const CONFLICT_LINE = /^(?:[<>|]{7}(?: [^\r\n]*)?|={7})$/
