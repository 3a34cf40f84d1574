import { defineRule } from './rule.ts'

export const unreadPassage = defineRule({
  id: 'unread-passage',
  summary: 'Every part of a manuscript can be read.',
  why: 'Stroma bounds how deep it follows nested brackets, quotes and lists; what lies deeper is not checked, and you should know. Pandoc refuses a file that is not in UTF-8.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [],

  *check({ manuscript }) {
    yield* manuscript.problems.filter(problem => !manuscript.frontMatter.problems.includes(problem))
  },
})
