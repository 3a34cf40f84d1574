import assert from 'node:assert/strict'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'
import { groupsOf } from './groups.ts'

/**
 * Texts that a comparison with Pandoc 3.10 on generated input came upon, each with what Pandoc cites in it. They are
 * nasty on purpose: each stands for a rule of its reader that no ordinary text shows.
 */
const TEXTS: readonly (readonly [rule: string, text: string, cited: string])[] = [
  ['a citekey keeps its marks where its group closes', '[@9$p]$', 'NormalCitation 9$p'],
  ['mathematics hides the bracket of a note', '^[@7$9]$', 'NormalCitation 7$9'],
  ['an entity closes no quotation', '["@k]&quot;', 'NormalCitation k'],
  ['a parenthesis in a link target balances or stands for itself', '[a]((@o()', 'AuthorInText o'],
  ['a closing tag may hold anything', '</e @1>', ''],
  ['the text of a link leaves no word behind', '[Bar i](u)^[@{k1}@2]', 'AuthorInText k1|AuthorInText 2'],
  ['a blank after an abbreviation belongs to it', '[~~@0 p. ~~]', 'AuthorInText 0'],
  ['an accent takes the next character', '\\c@d', ''],
  ['optional arguments may stand apart', '\\e[] [@2]', ''],
  ['a symbol takes no argument', '\\i[@1]', 'NormalCitation 1'],
  ['a single word in angle brackets is a tag', 'x \\e<foo>[@2]', 'NormalCitation 2'],
  ['a definition needs a name', '\\newcommand{@d}', 'AuthorInText d'],
  ['a definition may stand below blank lines', '\\newcommand{\\x}\n\n{@z}', ''],
  ['what is defined is no citation', '\\newcommand{\\x}[1]{@d}', ''],
  ['an unknown environment is taken as it stands', '\\begin{foo}\n@k}{$\n\\end{foo}', ''],
  ['a known environment must be LaTeX', '\\begin{figure}\n@k}\n\\end{figure}', 'AuthorInText k'],
  ['where its beginning is none, it is taken as it stands', '\\begin{figure}}@k\\end{figure}', ''],
  ['a citation in it needs keys', '\\begin{figure}@k\\cite{ }\\end{figure}', 'AuthorInText k'],
  ['a grid table may be ragged', '+-+\n|\n+=====+\n|@2', ''],
  ['a cell may lack its right edge', '+---+---+\n| a | @k\n+---+---+\n', 'AuthorInText k'],
  ['a table ends at its line of dashes', '-- --\nb c\n --\n@k', 'AuthorInText k'],
  ['code is looked for in each paragraph anew', '`|\n-|\n\n:`@k`', ''],
  ['metadata in a note that is never shown counts', "[^x]:    ---\n    e: '@3'\n    ---\n", 'AuthorInText 3'],
  ['a tag hides what is in it, a closing tag too', '<pre>@k<T</pre>', 'AuthorInText k<T'],
  ['an element with bad attributes is raw', '<div @n>\n\n@k\n\n</div> @c', 'AuthorInText c'],
  ['attributes of a raw element may have any name', '<div a<b>@k</div> @c', 'AuthorInText c'],
  ['an unclosed quotation mark hides what closes a raw element', '<div d=">@k</div>', 'AuthorInText k'],
  ['a quotation mark may begin the name of an attribute', '<pre><e "@z></pre>', ''],
  ['an unclosed comment does so too', '<pre><!--b>@k</pre>', 'AuthorInText k'],
  ['a script in a raw element is opaque', '<pre><script></pre>@z</script></pre> @c', 'AuthorInText c'],
  ['a tag may close itself', '<pre><pre/>@y</pre>@z</pre>', 'AuthorInText z'],
  ['a style may stand in a line', '[a <style>b</style> @z]', 'NormalCitation z'],
  ['what HTML closes otherwise is no comment', '<!-- -- >@o-->', 'AuthorInText o'],
  ['a command takes a length', '\\T2pt@k', 'AuthorInText k'],
  ['an argument may follow a length', '\\T[a]2{@k}', ''],
  ['an overlay holds no other marks', '\\e<. @1>', 'AuthorInText 1'],
  ['an overlay may stand before an argument of text', '\\emph<2>{@k}', ''],
  ['an accent takes a character of the next line', '\\c\n@3', ''],
  ['a picture needs a name', '\\includegraphics[@1]', 'NormalCitation 1'],
  ['a name that HTML does not know is no entity', '[&ny;@1]', 'AuthorInText 1'],
  ['a number beyond all characters is one', '[&#1114112;@1]', 'NormalCitation 1'],
  ['below a command a block begins, however indented', '\\clearpage\n    @k', 'AuthorInText k'],
  ['a line after a citekey begins no list', '2. [@7\n   a. x]', 'NormalCitation 7'],
  ['a line after a word in a group does', '2. [@7 x\n   a. x]', 'AuthorInText 7'],
  ['a note defined in a note that is never shown may be', '[^y]:[^lab]:@5\n\n[^lab]', 'AuthorInText 5'],
  ['a quoted value goes on at the left margin', '---\ntitle: "A\n@k"\n---\n\n@a', 'AuthorInText k|AuthorInText a'],
]

describe('nasty texts, as Pandoc 3.10 reads them', () => {
  for (const [rule, text, cited] of TEXTS) {
    it(rule, () => {
      const groups = readManuscript(text, 'pandoc').citations.map(citation => groupsOf([citation]))
      assert.equal(groups.join('|'), cited)
    })
  }
})
