import { isSource, type Rule } from './project.ts'

const mostLines = 200
const mostLinesOfTest = 400
const mostLinesOfFunction = 70

/** Files and functions are short. */
export const sizes: Rule = (project) =>
  [...project.values()].flatMap((source) => {
    const { path, lines, functions } = source
    const most = isSource(source) ? mostLines : mostLinesOfTest
    const long = functions.filter((each) => each.lines > mostLinesOfFunction)
    return [
      ...(lines > most ? [{ subject: path, problem: `has ${lines} lines, more than ${most}` }] : []),
      ...long.map((each) => ({
        subject: `${path} ${each.name}`,
        problem: `has ${each.lines} lines, more than ${mostLinesOfFunction}`,
      })),
    ]
  })
