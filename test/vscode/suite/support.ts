import assert from 'node:assert/strict'
import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  type Position,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode'

/** Asks again and again until there is an answer, as an author would look again. */
export const eventually = async <T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> => {
  const until = Date.now() + 30_000
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > until) assert.fail(`waited in vain for ${what}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

export const fileUri = (name: string): Uri => Uri.joinPath(workspace.workspaceFolders![0]!.uri, name)

/** Writes a file of the workspace on the disk, behind the editor's back. */
export const write = (name: string, text: string): Thenable<void> =>
  workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text))

/** Writes a file of the workspace and shows it in a tab of its own. */
export const open = async (name: string, text: string): Promise<TextEditor> => {
  await write(name, text)
  return window.showTextDocument(await workspace.openTextDocument(fileUri(name)), { preview: false })
}

/** A manuscript that cites from `bibliography`. */
export const manuscript = (body: string, bibliography = 'references.bib'): string =>
  `---\nbibliography: ${bibliography}\n---\n\n${body}\n`

/** Where `text` stands in the document, or `into` characters into it. */
export const at = (document: TextDocument, text: string, into = 1): Position => {
  const offset = document.getText().indexOf(text)
  assert.ok(offset >= 0, `“${text}” is not in the document`)
  return document.positionAt(offset + into)
}

/** The findings that the author sees in a file, as `rule: message`. */
export const findings = (uri: Uri): string[] =>
  languages.getDiagnostics(uri).flatMap(finding => {
    return finding.source === 'stroma' ? [`${ruleOf(finding)}: ${finding.message}`] : []
  })

export const findingOf = (uri: Uri, rule: string): Diagnostic | undefined =>
  languages.getDiagnostics(uri).find(finding => ruleOf(finding) === rule)

export const clean = async (uri: Uri): Promise<void> => {
  await eventually(`no findings in ${uri.path}`, () => (findings(uri).length === 0 ? true : undefined))
}

/** The changes that the light bulb offers at a finding. */
export const fixesAt = (uri: Uri, { range }: Diagnostic): Thenable<CodeAction[]> =>
  commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range)

const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code)
