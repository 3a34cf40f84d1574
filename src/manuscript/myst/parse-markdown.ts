import type { Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/**
 * Markdown as MyST has it: CommonMark with tables and footnotes. Autolink literals are left out since they lose positions,
 * strikethrough since MyST has none, front matter and maths since Stroma finds them itself.
 */
const processor = unified().use(remarkParse).use(tablesAndFootnotes).freeze()

export const parseMarkdown = (text: string): Root => processor.parse(text)

function tablesAndFootnotes(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [gfmTable(), gfmFootnote()]
  data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()]
}
