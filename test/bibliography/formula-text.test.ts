import assert from 'node:assert/strict'
import { formulasAsText } from '../../src/bibliography/formula-text.ts'

describe('formulas in titles', () => {
  const cases: [string, string][] = [
    [String.raw`TGF-$\beta$1 and $\Delta$F508`, 'TGF-β1 and ΔF508'],
    ['CO$_2$, Ca$^{2+}$ and 10$^{-3}$', 'CO₂, Ca²⁺ and 10⁻³'],
    [String.raw`$\frac{a}{b}$ and $x_{ij}$`, String.raw`$\frac{a}{b}$ and $x_{ij}$`],
    [String.raw`$\mathrm{CO}_2$`, 'CO₂'],
    ['It costs $5, not $10', 'It costs $5, not $10'],
  ]
  for (const [text, expected] of cases) it(`shows ${text}`, () => assert.equal(formulasAsText(text), expected))
})
