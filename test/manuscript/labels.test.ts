import assert from 'node:assert/strict'
import { chunkOf } from '../../src/manuscript/chunks/chunk.ts'
import type { CodeBlock } from '../../src/manuscript/reading.ts'

/** The chunk that a text of three fences and lines makes, without a Markdown reader. */
function chunk(text: string) {
  const infoStart = text.indexOf('{')
  const infoEnd = text.indexOf('\n')
  const block: CodeBlock = {
    span: { start: 0, end: text.length },
    info: { value: text.slice(infoStart, infoEnd), span: { start: infoStart, end: infoEnd } },
    content: { start: infoEnd + 1, end: text.lastIndexOf('```') },
  }
  const found = chunkOf(text, block)
  if (!found) return undefined
  const spans = [...(found.label ? [found.label] : []), ...found.options.values()]
  for (const { value, span } of spans) assert.equal(text.slice(span.start, span.end), value)
  return {
    engine: found.engine,
    label: found.label?.value,
    options: new Map([...found.options].map(([k, v]) => [k, v.value])),
  }
}

describe('chunkOf', () => {
  it('reads engine, label and options of the header', () => {
    const { engine, label, options } = chunk('```{r fig-flow, echo=FALSE, fig.cap="One, two (a)", w=c(1,2)}\n1\n```')!
    assert.deepEqual([engine, label], ['r', 'fig-flow'])
    assert.deepEqual(
      [...options],
      [
        ['echo', 'FALSE'],
        ['fig.cap', 'One, two (a)'],
        ['w', 'c(1,2)'],
      ],
    )
  })

  it('lets option lines name the chunk', () => {
    const { label, options } = chunk('```{python}\n#| label: fig-flow\n#| fig-cap: "A: b"\nplot()\n#| x: y\n```')!
    assert.equal(label, 'fig-flow')
    assert.deepEqual(
      [...options],
      [
        ['label', 'fig-flow'],
        ['fig-cap', 'A: b'],
      ],
    )
  })

  it('knows the comment signs of other languages', () => {
    assert.equal(chunk('```{ojs}\n//| label: fig-a\n```')!.label, 'fig-a')
    assert.equal(chunk('```{mermaid}\n%%| label: fig-b\n```')!.label, 'fig-b')
    assert.equal(chunk('```{sql}\n--| label: tbl-c\n```')!.label, 'tbl-c')
  })

  it('reads options behind a space, as Quarto does, at every end of a line and before any length of code', () => {
    const { label, options } = chunk(
      `\`\`\`{python}\r\n# | label: fig-a\r\n#|echo:\r\n${'1\r\n'.repeat(100_000)}\`\`\``,
    )!
    assert.equal(label, 'fig-a')
    assert.deepEqual([...options.keys()], ['label', 'echo'])
  })

  it('takes attributes for no chunk', () => {
    assert.equal(chunk('```{.python #lst:a}\n1\n```'), undefined)
    assert.equal(chunk('```{#lst:a}\n1\n```'), undefined)
  })
})
