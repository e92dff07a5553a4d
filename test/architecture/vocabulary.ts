import { dirname } from 'node:path'
import type { Rule } from './project.ts'

const vocabulary = 'engine/model'

/** The vocabulary imports nothing from elsewhere. */
export const ownWords: Rule = (project) =>
  [...project.values()]
    .filter(({ path }) => dirname(path) === vocabulary)
    .flatMap(({ path, links }) =>
      links
        .filter(({ target }) => target === null || dirname(target) !== vocabulary)
        .map(({ specifier }) => ({ subject: path, problem: `imports ${specifier}` })),
    )
