import assert from 'node:assert/strict'
import {
  CancellationTokenSource,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type SemanticTokens,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import reviewReferences from '../../data/references/meseure-2014.json'
import { PULLING, startClient, type TestClient } from './client.ts'

const BIB = `@article{smith2020,
  title = {Fibroblasts remodel the matrix},
  author = {Smith, Ann and Müller, Jürgen},
  journal = {Journal of Stroma},
  year = {2020},
  doi = {10.1000/xyz123}
}

@article{doe2019,
  title = {Anoikis},
  author = {Doe, John},
  journal = {Cell},
  year = {2019}
}
`

const PAPER = `---
bibliography: refs.bib
---

# Background

Fibroblasts act early [@smith2020; @smtih2020]. The loss of anoikis 🧬 matters [@doe2019].
`

const FILES = { 'refs.bib': BIB, 'paper.md': PAPER, 'other.md': `${PAPER}\nAgain [@smith2020].\n` }

const shipped = { key: reviewReferences[0]!.id, title: reviewReferences[0]!.title }

describe('the language server over its standard streams', () => {
  let client: TestClient
  before(async () => {
    client = await startClient({ files: FILES })
    await client.open('paper.md')
  })
  after(() => client.stop())

  const offsetOf = (text: string, name = 'paper.md'): number => client.text(name).indexOf(text)
  const request = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params)

  it('says what it can do', () => {
    const { capabilities, serverInfo } = client.initialized
    assert.equal(serverInfo?.name, 'Stroma')
    assert.equal(capabilities.positionEncoding, 'utf-16')
    assert.equal((capabilities.diagnosticProvider as { interFileDependencies: boolean }).interFileDependencies, true)
  })

  it('finds the citekey that nothing answers to, at its place', async () => {
    const found = (await client.pull('paper.md')).filter(({ code }) => code === 'unresolved-citation')
    assert.equal(found.length, 1)
    assert.match(String(found[0]!.message), /smtih2020/)
    assert.deepEqual(found[0]!.range.start, { line: 6, character: PAPER.split('\n')[6]!.indexOf('@smtih2020') })
  })

  it('answers “unchanged” to a client that has the findings', async () => {
    const ask = (previousResultId?: string) =>
      request<{ kind: string; resultId: string }>('textDocument/diagnostic', {
        textDocument: { uri: client.uri('paper.md') },
        previousResultId,
      })
    const { resultId } = await ask()
    assert.equal((await ask(resultId)).kind, 'unchanged')
    assert.equal((await ask('of another session')).kind, 'full')
  })

  it('shows the reference of a citekey, with its DOI as a link', async () => {
    const hover = await request<Hover>('textDocument/hover', client.at('paper.md', offsetOf('smith2020')))
    const { value } = hover.contents as { value: string }
    assert.match(value, /\*\*Fibroblasts remodel the matrix\.?\*\*/)
    assert.match(value, /\]\(https:\/\/doi\.org\/10\.1000\/xyz123\)/)
  })

  it('shows what the review says of a term', async () => {
    const hover = await request<Hover>('textDocument/hover', client.at('paper.md', offsetOf('anoikis') + 2))
    assert.match((hover.contents as { value: string }).value, /\*\*anoikis\*\*/i)
  })

  it('completes a citekey by author and year, and shows the reference when asked', async () => {
    await client.open('draft.md', '---\nbibliography: refs.bib\n---\n\nSee [@muller 2020')
    const list = await request<CompletionList>(
      'textDocument/completion',
      client.at('draft.md', client.text('draft.md').length),
    )
    assert.equal(list.isIncomplete, true)
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['smith2020'],
    )
    const resolved = await request<CompletionItem>('completionItem/resolve', list.items[0]!)
    assert.match((resolved.documentation as { value: string }).value, /Müller/)
    await client.close('draft.md')
  })

  it('leads from a citekey to its entry', async () => {
    const [link] = await request<LocationLink[]>('textDocument/definition', client.at('paper.md', offsetOf('doe2019')))
    assert.equal(link!.targetUri, client.uri('refs.bib'))
    const line = BIB.split('\n').findIndex(text => text.includes('doe2019'))
    assert.deepEqual(link!.targetSelectionRange, {
      start: { line, character: '@article{'.length },
      end: { line, character: '@article{doe2019'.length },
    })
  })

  it('finds the uses of a citekey in manuscripts that are not open', async () => {
    const found = await request<Location[]>('textDocument/references', {
      ...client.at('paper.md', offsetOf('smith2020')),
      context: { includeDeclaration: true },
    })
    const files = found.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)).sort()
    assert.deepEqual(files, ['other.md', 'other.md', 'paper.md', 'refs.bib'])
  })

  it('renames a citekey in manuscripts and bibliography together, and refuses a key that exists', async () => {
    const place = client.at('paper.md', offsetOf('smith2020'))
    const edit = await request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'smith2021' })
    const changed = edit.documentChanges!.map(change => 'edits' in change && change.edits.length)
    assert.deepEqual(changed.sort(), [1, 1, 2])
    await assert.rejects(request('textDocument/rename', { ...place, newName: 'doe2019' }), /already/)
  })

  it('merges two entries for one work, from the manuscript and from inside the bibliography', async () => {
    const entry =
      '@article{Doe2019b, title = {Anoikis}, author = {Doe, John}, journal = {Cell}, year = {2019}, doi = {10.1000/a}}\n'
    const twice = `${entry}${entry.replace('Doe2019b', 'doe19')}`
    await client.write('twice.bib', twice)
    await client.open('twice.md', '---\nbibliography: twice.bib\n---\n\nSee [@doe19].\n')
    await client.open('twice.bib', twice, 'bibtex')
    for (const [name, key] of [
      ['twice.md', 'doe19'],
      ['twice.bib', 'doe19'],
    ] as const) {
      const { textDocument, position } = client.at(name, client.text(name).indexOf(key) + 1)
      const range = { start: position, end: position }
      const actions = await request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [] },
      })
      const keep = actions.find(({ title }) => title === 'Keep “Doe2019b”, take out “doe19”')
      const changed = keep!.edit!.documentChanges!.map(change => ('edits' in change ? change.textDocument.uri : ''))
      assert.deepEqual(changed.map(uri => uri.slice(uri.lastIndexOf('/') + 1)).sort(), ['twice.bib', 'twice.md'])
    }
    await client.close('twice.md')
    await client.close('twice.bib')
    await client.remove('twice.md')
  })

  it('finds the uses of an entry, and renames it, from inside the bibliography', async () => {
    await client.open('refs.bib', BIB, 'bibtex')
    const place = client.at('refs.bib', BIB.indexOf('doe2019') + 2)
    const found = await request<Location[]>('textDocument/references', {
      ...place,
      context: { includeDeclaration: false },
    })
    assert.deepEqual(found.map(({ uri }) => uri).sort(), [client.uri('other.md'), client.uri('paper.md')])
    const { placeholder } = await request<{ placeholder: string }>('textDocument/prepareRename', place)
    assert.equal(placeholder, 'doe2019')
    const edit = await request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'doe2020' })
    assert.equal(edit.documentChanges!.length, 3)
    await client.close('refs.bib')
  })

  it('offers the near key, and to silence the rule', async () => {
    const { range } = (await client.pull('paper.md')).find(({ code }) => code === 'unresolved-citation')!
    const actions = await request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('paper.md') },
      range,
      context: { diagnostics: [] },
    })
    const titles = actions.map(({ title }) => title)
    assert.ok(titles.includes('Cite “smith2020” instead'), titles.join())
    assert.ok(titles.includes('Silence unresolved-citation here'), titles.join())
  })

  it('colours citekeys and mentions, in a part as in the whole', async () => {
    const textDocument = { uri: client.uri('paper.md') }
    const full = await request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
    const part = await request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range })
    assert.ok(full.data.length >= 4 * 5)
    assert.deepEqual(part.data, full.data)
  })

  it('gives the outline and the links', async () => {
    const textDocument = { uri: client.uri('paper.md') }
    const symbols = await request<{ name: string }[]>('textDocument/documentSymbol', { textDocument })
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Background'],
    )
    const links = await request<{ target: string }[]>('textDocument/documentLink', { textDocument })
    assert.ok(links.some(({ target }) => target === 'https://doi.org/10.1000/xyz123'))
    assert.ok(links.some(({ target }) => target === client.uri('refs.bib')))
  })

  it('finds references by title among the symbols of the workspace', async () => {
    const found = await request<{ name: string }[]>('workspace/symbol', { query: 'fibroblasts 2020' })
    assert.deepEqual(
      found.map(({ name }) => name),
      ['smith2020'],
    )
  })

  it('reports the bibliographies of a manuscript', async () => {
    const report = await request<{ dialect: string; sources: { path: string; references: number }[] }>(
      'stroma/bibliographies',
      { uri: client.uri('paper.md') },
    )
    assert.equal(report.dialect, 'pandoc')
    assert.deepEqual(
      report.sources.map(({ path, references }) => [path, references]),
      [['refs.bib', 2]],
    )
  })

  it('lists the concepts and the abbreviations of a manuscript', async () => {
    await client.open('terms.md', 'Circulating tumour cells (CTCs) meet anoikis. CTCs survive.\n')
    const report = await request<{
      terms: { label: string }[]
      abbreviations: { short: string; ranges: unknown[] }[]
      lexicons: { packs: { licence: string }[] }[]
    }>('stroma/terms', { uri: client.uri('terms.md') })
    assert.ok(report.terms.some(({ label }) => label === 'anoikis'))
    assert.deepEqual(report.lexicons.at(-1)?.packs[0]?.licence, 'MIT')
    assert.deepEqual(
      report.abbreviations.map(({ short, ranges }) => [short, ranges.length]),
      [['CTCs', 2]],
    )
    await client.close('terms.md')
  })

  it('adds the entry of a citekey that another library has', async () => {
    const { key, title } = shipped
    await client.open('add.md', `---\nbibliography: refs.bib\n---\n\n[@${key}]\n`)
    const actions = await request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('add.md') },
      range: (await client.pull('add.md')).find(({ code }) => code === 'unresolved-citation')!.range,
      context: { diagnostics: [] },
    })
    const action = actions.find(({ title }) => title.startsWith(`Add “${key}” to refs.bib`))
    const [change] = action?.edit?.documentChanges ?? []
    assert.ok(change && 'textDocument' in change && change.textDocument.uri === client.uri('refs.bib'))
    assert.ok(JSON.stringify(change.edits).includes(title.slice(0, 12)), JSON.stringify(change.edits))
    await client.close('add.md')
  })

  it('adds the entry of a citekey that the author’s own library has', async () => {
    const entry = (key: string) => `@book{${key}, title = {Title of ${key}}, year = 2001}\n`
    await client.write('own/.stroma.yaml', 'library: mine.bib\n')
    await client.write('own/mine.bib', entry('mine2001'))
    await client.write('own/refs.bib', entry('ours2001'))
    await client.open('own/add.md', '---\nbibliography: refs.bib\n---\n\n[@mine2001]\n')
    const actions = await request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('own/add.md') },
      range: (await client.pull('own/add.md')).find(({ code }) => code === 'unresolved-citation')!.range,
      context: { diagnostics: [] },
    })
    const action = actions.find(({ title }) => title === 'Add “mine2001” to refs.bib, from mine.bib')
    assert.match(JSON.stringify(action?.edit), /Title of mine2001/)
    await client.close('own/add.md')
  })

  it('searches references for the picker and says what citing them at the cursor takes', async () => {
    const { items } = await request<{ items: { citekey: string; insertText: string }[] }>('stroma/searchReferences', {
      uri: client.uri('paper.md'),
      query: 'stroma',
      position: client.at('paper.md', offsetOf('; @smtih2020')).position,
    })
    assert.deepEqual(
      items.map(({ citekey, insertText }) => [citekey, insertText]),
      [['smith2020', '; @smith2020']],
    )
  })
})

describe('every way to start the server', () => {
  for (const program of [
    ['dist/server.cjs', '--stdio'],
    ['dist/server.cjs', '--node-ipc'],
    ['dist/stroma.js', 'server', '--stdio'],
  ]) {
    it(program.join(' '), async () => {
      const client = await startClient({ files: FILES, program })
      try {
        await client.open('paper.md')
        assert.ok((await client.pull('paper.md')).some(({ code }) => code === 'unresolved-citation'))
      } finally {
        await client.stop()
      }
    })
  }
})

describe('a bibliography that changes', () => {
  const unresolved = async (client: TestClient): Promise<string[]> =>
    (await client.pull('paper.md'))
      .filter(({ code }) => code === 'unresolved-citation')
      .map(({ message }) => String(message))

  it('is followed on disk and in the editor, and its client is told to ask again', async () => {
    const client = await startClient({ files: FILES })
    try {
      await client.open('paper.md')
      assert.equal((await unresolved(client)).length, 1)
      await client.write('refs.bib', BIB.replace('smith2020', 'smtih2020'))
      await until(async () => /“smith2020”/.test((await unresolved(client)).join()))
      await client.open('refs.bib', BIB, 'bibtex')
      assert.match((await unresolved(client)).join(), /“smtih2020”/)
      await client.close('refs.bib')
      assert.match((await unresolved(client)).join(), /“smith2020”/)
      await until(() => client.refreshes.count > 0)
      await client.remove('refs.bib')
      await until(async () => (await client.pull('paper.md')).some(({ code }) => code === 'missing-bibliography'))
    } finally {
      await client.stop()
    }
  })

  it('has its own faults shown in its own file', async () => {
    const files = { ...FILES, 'refs.bib': `${BIB}\n@article{doe2019,\n  title = {Twice}\n}\n` }
    const client = await startClient({ files })
    try {
      await client.open('paper.md')
      await client.pull('paper.md')
      await until(() => client.published.has(client.uri('refs.bib')))
      assert.ok(client.published.get(client.uri('refs.bib'))!.some(({ code }) => code === 'duplicate-citekey'))
      await client.close('paper.md')
      await until(() => client.published.get(client.uri('refs.bib'))!.length === 0)
    } finally {
      await client.stop()
    }
  })
})

describe('a client that takes findings on related documents', () => {
  it('gets those of the bibliography with those of the manuscript', async () => {
    const files = { ...FILES, 'refs.bib': `${BIB}\n@article{doe2019,\n  title = {Twice}\n}\n` }
    const capabilities = { textDocument: { diagnostic: { relatedDocumentSupport: true } } }
    const client = await startClient({ files, capabilities })
    try {
      await client.open('paper.md')
      const { relatedDocuments } = await client.connection.sendRequest<{
        relatedDocuments: Record<string, { items: { code: string }[] }>
      }>('textDocument/diagnostic', { textDocument: { uri: client.uri('paper.md') } })
      assert.ok(relatedDocuments[client.uri('refs.bib')]!.items.some(({ code }) => code === 'duplicate-citekey'))
      assert.ok(!client.published.has(client.uri('refs.bib')))
    } finally {
      await client.stop()
    }
  })
})

describe('a project file with a mistake', () => {
  it('is told of at its place, beside the findings on a manuscript', async () => {
    const settings = 'dialect: pandoc\nbibliografy: refs.bib\n'
    const capabilities = { textDocument: { diagnostic: { relatedDocumentSupport: true } } }
    const client = await startClient({ files: { ...FILES, '.stroma.yaml': settings }, capabilities })
    try {
      await client.open('paper.md')
      const { relatedDocuments } = await client.connection.sendRequest<{
        relatedDocuments: Record<string, { items: { code: string; message: string; range: { start: object } }[] }>
      }>('textDocument/diagnostic', { textDocument: { uri: client.uri('paper.md') } })
      const [item] = relatedDocuments[client.uri('.stroma.yaml')]!.items
      assert.equal(item!.code, 'configuration')
      assert.match(item!.message, /bibliography/)
      assert.deepEqual(item!.range.start, { line: 1, character: 0 })
    } finally {
      await client.stop()
    }
  })
})

describe('a client that never asks for diagnostics', () => {
  it('is sent them, and sent none when the document is closed', async () => {
    const client = await startClient({ files: FILES, capabilities: {} })
    try {
      await client.open('paper.md')
      await until(() => (client.published.get(client.uri('paper.md'))?.length ?? 0) > 0)
      const start = PAPER.indexOf('smtih2020')
      await client.edit('paper.md', start, start + 'smtih2020'.length, 'doe2019')
      await until(
        () => !client.published.get(client.uri('paper.md'))!.some(({ code }) => code === 'unresolved-citation'),
      )
      await client.edit('paper.md', start, start + 'doe2019'.length, 'nobody1900')
      await until(() =>
        client.published.get(client.uri('paper.md'))!.some(({ code }) => code === 'unresolved-citation'),
      )
      await client.close('paper.md')
      await until(() => client.published.get(client.uri('paper.md'))!.length === 0)
    } finally {
      await client.stop()
    }
  })
})

describe('settings and watchers', () => {
  it('takes the settings of the editor over, and does not wait for them', async () => {
    let answer: (settings: unknown) => void = () => undefined
    const settings = new Promise(resolve => {
      answer = resolve
    })
    const client = await startClient({ files: FILES, settingsAnswer: () => settings })
    try {
      await client.open('paper.md')
      assert.ok((await client.pull('paper.md')).some(({ code }) => code === 'unresolved-citation'))
      answer([{ rules: { 'unresolved-citation': 'off' } }])
      await until(() => client.refreshes.count > 0)
      assert.ok(!(await client.pull('paper.md')).some(({ code }) => code === 'unresolved-citation'))
    } finally {
      await client.stop()
    }
  })

  it('asks to watch a library outside the folders that are open', async () => {
    const client = await startClient({
      files: { 'paper.md': '---\nbibliography: ../elsewhere/library.bib\n---\n\n[@a]\n' },
    })
    try {
      await client.open('paper.md')
      await client.pull('paper.md')
      await until(() => client.watchers.length === 2)
      assert.match(JSON.stringify(client.watchers[1]!.options), /"baseUri":"[^"]*\/elsewhere","pattern":"library\.bib"/)
    } finally {
      await client.stop()
    }
  })
})

describe('requests that make no sense', () => {
  let client: TestClient
  before(async () => {
    client = await startClient({ files: FILES, capabilities: PULLING })
    await client.open('paper.md')
  })
  after(() => client.stop())

  const places = [
    { line: -1, character: -5 },
    { line: 1e9, character: 1e9 },
    { line: 'first', character: null },
    undefined,
    { line: 0.5, character: 1.5 },
  ]
  const methods = ['hover', 'completion', 'definition', 'references', 'documentHighlight', 'prepareRename', 'rename']

  for (const method of methods) {
    it(`${method}: a position that is none, a document that is not open, no document at all`, async () => {
      for (const uri of [client.uri('paper.md'), client.uri('nowhere.md'), 'untitled:Untitled-1', 'not a uri', 42]) {
        for (const position of places) {
          await client.connection
            .sendRequest(`textDocument/${method}`, { textDocument: { uri }, position, newName: 'x' })
            .catch(() => undefined)
        }
      }
      await client.connection.sendRequest(`textDocument/${method}`, {}).catch(() => undefined)
      assert.ok((await client.pull('paper.md')).length > 0)
    })
  }

  it('survives changes that do not fit the document', async () => {
    const uri = client.uri('paper.md')
    for (const contentChanges of [[], [{}], [{ range: null, text: 'x' }], [{ text: 42 }], null]) {
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: client.uri('nowhere.md'), version: 2 },
        contentChanges,
      })
    }
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'nowhere' } })
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 7, type: 'x' }] })
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: 3 })
    assert.ok((await client.pull('paper.md')).length > 0, uri)
  })

  it('answers requests that are cancelled, and those after them', async () => {
    const params = { textDocument: { uri: client.uri('paper.md') } }
    const answers = Array.from({ length: 20 }, async () => {
      const source = new CancellationTokenSource()
      const answer = client.connection.sendRequest('textDocument/diagnostic', params, source.token)
      source.cancel()
      return answer.then(
        () => 'answered',
        (error: { code: number }) => error.code,
      )
    })
    for (const answer of await Promise.all(answers)) {
      assert.ok(
        ['answered', LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled].includes(answer),
        `${answer}`,
      )
    }
    assert.ok((await client.pull('paper.md')).length > 0)
  })

  it('reads documents that no disk has', async () => {
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text: 'See [^1] and [@x].\n' },
    })
    const report = await client.connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: 'untitled:Untitled-1' },
    })
    assert.ok(report.items.some(({ code }) => code === 'undefined-footnote'))
  })
})

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await condition()); waited += 20) {
    if (waited > 10_000) throw new Error(`never came true: ${condition}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
