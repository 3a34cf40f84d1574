import assert from 'node:assert/strict'
import { withApostrophes, withParticles } from '../../src/bibliography/personal-name.ts'

describe('personal names', () => {
  it('take particles apart as Pandoc does', () => {
    const cases: readonly (readonly [object, object])[] = [
      [
        { family: 'van Heer', given: 'Mia' },
        { family: 'Heer', given: 'Mia', 'non-dropping-particle': 'van' },
      ],
      [
        { family: 'de la Rosa-van', given: 'J.' },
        { family: 'Rosa-van', given: 'J.', 'non-dropping-particle': 'de la' },
      ],
      [{ family: 'd’Eert' }, { family: 'Eert', 'non-dropping-particle': 'd’' }],
      [{ family: 'al-Hakim' }, { family: 'Hakim', 'non-dropping-particle': 'al-' }],
      [
        { family: 'Roe', given: 'Jan van der' },
        { family: 'Roe', given: 'Jan', 'dropping-particle': 'van der' },
      ],
      [
        { family: 'King', given: 'Martin, Jr.' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
      ],
      [{ family: '"van Heer"' }, { family: 'van Heer' }],
      [{ family: 'smith' }, { family: 'smith' }],
      [
        { family: 'Van Heer', given: 'Ann de Luca' },
        { family: 'Van Heer', given: 'Ann de Luca' },
      ],
      [
        { family: 'der Roe', 'non-dropping-particle': 'von' },
        { family: 'der Roe', 'non-dropping-particle': 'von' },
      ],
    ]
    for (const [name, expected] of cases) assert.deepEqual(withParticles(name), expected)
  })

  it('get curly apostrophes where asked', () => {
    assert.deepEqual(withApostrophes({ family: "O'Doe", given: 'Ann' }), { family: 'O’Doe', given: 'Ann' })
    assert.deepEqual(withApostrophes({ literal: "Ann's Group" }), { literal: 'Ann’s Group' })
  })
})
