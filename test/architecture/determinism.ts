import { type Rule, roomOf, sourcesOf } from './project.ts'

/** Rooms that tell the time to people; what they record of it is no result. */
const withClocks = ['experiments', 'cli']

/** No result depends on Math.random or on a clock. */
export const determinism: Rule = (project) =>
  sourcesOf(project).flatMap(({ path, names }) => {
    const clocks = withClocks.includes(roomOf(path)) ? [] : ['Date', 'performance']
    return ['Math.random', ...clocks]
      .filter((name) => names.has(name))
      .map((name) => ({ subject: path, problem: `uses ${name}` }))
  })
