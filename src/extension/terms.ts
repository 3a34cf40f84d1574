import { commands, type Position, Range, Selection, type TextEditor, window, workspace } from 'vscode'
import type { LanguageClient, Range as LspRange } from 'vscode-languageclient/node'
import { abbreviationListOf } from './abbreviation-list.ts'
import { MANUSCRIPT_LANGUAGES } from './client.ts'
import { nextMention } from './next-mention.ts'
import { nameOf, type Reports, shownManuscript } from './reports.ts'
import { askForTerms, askForWords } from './requests.ts'
import { termsReportOf } from './terms-report.ts'

/** “Stroma: Terms in This Manuscript”: concepts with their counts, words and first place, and abbreviations. */
export const showTerms = async (client: LanguageClient, reports: Reports): Promise<void> => {
  const uri = shownManuscript()
  if (!uri) return
  const answer = await askForTerms(client, uri.toString())
  if (answer) await reports.show('Terms', termsReportOf(workspace.asRelativePath(uri), uri.toString(), answer, nameOf))
  else void window.showErrorMessage('The terms could not be listed. The output “Stroma” says why.')
}

/** “Stroma: Go to Next Mention”: of the concept or abbreviation at the cursor; elsewhere, of any. */
export const goToMention = async (client: LanguageClient, direction: 'next' | 'previous'): Promise<void> => {
  const editor = window.activeTextEditor
  if (!editor || !MANUSCRIPT_LANGUAGES.includes(editor.document.languageId)) return
  const answer = await askForTerms(client, editor.document.uri.toString())
  const range = answer && nextMention(answer, editor.selection.active, direction)
  if (range) select(editor, range)
  else void window.showInformationMessage('There is no other mention in this manuscript.')
}

function select(editor: TextEditor, { start, end }: LspRange): void {
  const range = new Range(start.line, start.character, end.line, end.character)
  editor.selection = new Selection(range.start, range.end as Position)
  editor.revealRange(range)
}

/** “Stroma: List Words for a Spelling Checker”: a new document that can be saved as the list of cSpell or LTeX. */
export const listWords = (client: LanguageClient): Promise<void> =>
  listed('words', 'plaintext', async uri => {
    const words = await askForWords(client, uri)
    return words && `${words.join('\n')}\n`
  })

/** “Stroma: List Abbreviations”: a new document with what a section of abbreviations has. */
export const listAbbreviations = (client: LanguageClient): Promise<void> =>
  listed('abbreviations', 'markdown', async uri => {
    const answer = await askForTerms(client, uri)
    return answer && abbreviationListOf(answer)
  })

/** Opens a new document with what the server lists of the manuscript that is shown. */
async function listed(
  what: string,
  language: string,
  contentFor: (uri: string) => Promise<string | null | undefined>,
): Promise<void> {
  const uri = shownManuscript()
  if (!uri) return
  const content = await contentFor(uri.toString())
  if (content) await window.showTextDocument(await workspace.openTextDocument({ language, content }))
  else if (content === '') void window.showInformationMessage(`This manuscript has no ${what} to list.`)
  else void window.showErrorMessage(`The ${what} could not be listed. The output “Stroma” says why.`)
}

/** The commands about terms. */
export const registerTermCommands = (client: LanguageClient, reports: Reports) => [
  commands.registerCommand('stroma.showTerms', () => showTerms(client, reports)),
  commands.registerCommand('stroma.nextMention', () => goToMention(client, 'next')),
  commands.registerCommand('stroma.previousMention', () => goToMention(client, 'previous')),
  commands.registerCommand('stroma.listAbbreviations', () => listAbbreviations(client)),
  commands.registerCommand('stroma.listWords', () => listWords(client)),
]
