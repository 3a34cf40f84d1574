/** Why a text cannot be a surface form, said for the author; nothing when it can. */
export function whyUnusable(text: string): string | undefined {
  if (text.length < 3 && [...text].length < 2)
    return `The surface form “${text}” is one character long and would be found everywhere; it is left out.`
  if (!/[a-z]/i.test(text) && !/[\p{L}\p{N}]/u.test(text))
    return `The surface form “${text}” has no letter; it is left out.`
  return undefined
}
