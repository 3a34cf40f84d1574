import assert from 'node:assert/strict'
import { applyEdits } from '../../src/text/edit.ts'
import { open } from '../support/fixture.ts'

/** The manuscript after the first fix of the first finding of a rule. */
async function fixed(rule: string, text: string, files = ''): Promise<string> {
  const {
    workspace,
    uri,
    text: manuscript,
  } = open(`//- .stroma.yaml\nrules: {${rule}: warning}\n${files}//- paper.md\n<|>${text}`)
  const finding = (await workspace.diagnose(uri)).find(found => found.rule === rule)
  return applyEdits(manuscript, finding?.fixes?.[0]?.edits ?? assert.fail(`${rule} has no fix for: ${text}`)).text
}

describe('fixes of rules on terms', () => {
  it('define in the number and with the capital of the place, and lose nothing of the brackets', async () => {
    assert.equal(
      await fixed(
        'abbreviation-before-definition',
        'Of each CTC. Some circulating cells. Circulating tumor cells (CTCs; 20 kPa) are soft.\n',
      ),
      'Of each circulating tumor cell (CTC). Some circulating cells. CTCs (20 kPa) are soft.\n',
    )
    assert.equal(
      await fixed(
        'undefined-abbreviation',
        '# Abstract\n\nA circulating tumor cell (CTC).\n\n# Results\n\nCTCs are rare, and CTCs are soft.\n',
      ),
      '# Abstract\n\nA circulating tumor cell (CTC).\n\n# Results\n\nCirculating tumor cells (CTCs) are rare, and CTCs are soft.\n',
    )
  })

  it('take no capital from the beginning of an abstract in the metadata, and give one there', async () => {
    assert.equal(
      await fixed(
        'undefined-abbreviation',
        '---\nabstract: |\n  Early cell zones (ECZ) rest.\n---\n\nThen the ECZ rest, the ECZ.\n',
      ),
      '---\nabstract: |\n  Early cell zones (ECZ) rest.\n---\n\nThen the early cell zones (ECZ) rest, the ECZ.\n',
    )
    assert.equal(
      await fixed(
        'undefined-abbreviation',
        '---\nabstract: >\n  ECZ rest. ECZ sleep.\n---\n\nThen early cell zones (ECZ) rest.\n',
      ),
      '---\nabstract: >\n  Early cell zones (ECZ) rest. ECZ sleep.\n---\n\nThen early cell zones (ECZ) rest.\n',
    )
  })

  it('give a capital at the beginning of a paragraph, whatever the line ends', async () => {
    for (const eol of ['\n', '\r\n']) {
      const text = 'See this:\n\nECZ rest. Early cell zones (ECZ) rest.\n'.replaceAll('\n', eol)
      assert.equal(
        await fixed('abbreviation-before-definition', text),
        'See this:\n\nEarly cell zones (ECZ) rest. ECZ rest.\n'.replaceAll('\n', eol),
      )
    }
  })

  it('make no alias of YAML of a value in the metadata', async () => {
    for (const quote of ['', '"'])
      assert.equal(
        await fixed('species-italics', `---\ntitle: ${quote}Escherichia coli${quote}\n---\n`),
        `---\ntitle: ${quote}_Escherichia coli_${quote}\n---\n`,
      )
  })

  it('give the article that the new words ask for, and no capital to a Greek letter', async () => {
    assert.equal(
      await fixed(
        'abbreviation-before-definition',
        'An MDSC may rest. A myeloid-derived suppressor cell (MDSC) lives on.\n',
      ),
      'A myeloid-derived suppressor cell (MDSC) may rest. An MDSC lives on.\n',
    )
    assert.equal(
      await fixed(
        'abbreviation-before-definition',
        'α-SMA is seen, with an\nESP. An early stop protein (ESP). An α-smooth muscle actin (α-SMA) stain.\n',
      ),
      'α-smooth muscle actin (α-SMA) is seen, with an\nESP. An early stop protein (ESP). An α-SMA stain.\n',
    )
    assert.equal(
      await fixed('undefined-abbreviation', 'MDSCs and more MDSCs, not an MDSC.\n'),
      'Myeloid-derived suppressor cells (MDSCs) and more MDSCs, not an MDSC.\n',
    )
    assert.equal(
      await fixed(
        'undefined-abbreviation',
        '# Abstract\n\nThe unit of stress (UOS).\n\n# Text\n\nSee an UOS, or a UOS.\n',
      ),
      '# Abstract\n\nThe unit of stress (UOS).\n\n# Text\n\nSee a unit of stress (UOS), or a UOS.\n',
    )
  })

  it('take no definition out of brackets that hold another', async () => {
    const { workspace, uri } = open(
      '//- paper.md\n<|>The DBP. Systolic and diastolic blood pressure (SBP and DBP) fell.\n',
    )
    const [finding] = await workspace.diagnose(uri)
    assert.equal(finding?.rule, 'abbreviation-before-definition')
    assert.equal(finding.fixes, undefined)
  })

  it('take no capital from where an abbreviation is defined, but that of a name', async () => {
    const results = (defined: string, short: string) =>
      `# Abstract\n\n**Results:** ${defined} were few.\n\n# Results\n\nWe saw ${short} there, and ${short}.\n`
    for (const [defined, short, long] of [
      ['Osteonecrosis of the jaw (ONJ)', 'ONJ', 'osteonecrosis of the jaw'],
      ['Kupffer cells (KCs)', 'KCs', 'Kupffer cells'],
      ['Epstein–Barr particles (EBPs)', 'EBPs', 'Epstein–Barr particles'],
      ['National Cancer Services (NCSs)', 'NCSs', 'National Cancer Services'],
    ] as const) {
      assert.equal(
        await fixed('undefined-abbreviation', results(defined, short)),
        results(defined, short).replace(`saw ${short}`, `saw ${long} (${short})`),
      )
    }
  })

  it('write what a term is called now in its number and with its capital', async () => {
    const pack =
      '//- own.json\n' +
      '{"schemaVersion": 1, "id": "own", "title": "Own", "version": "1", "licence": "CC0-1.0", "concepts": [{"id": "a", "label": "epithelial cell", "category": "cell", "surfaceForms": [{"text": "old cell", "kind": "obsolete"}]}]}\n'
    const { workspace, uri, text } = open(
      `//- .stroma.yaml\nlexicons: own.json\n${pack}//- paper.md\n<|>Old cells and an old cell.\n`,
    )
    const found = (await workspace.diagnose(uri)).filter(({ rule }) => rule === 'discouraged-term')
    const edits = found.flatMap(({ fixes }) => fixes![0]!.edits)
    assert.equal(applyEdits(text, edits).text, 'Epithelial cells and an epithelial cell.\n')
  })
})
