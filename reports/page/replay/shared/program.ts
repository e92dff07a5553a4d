import type { AnySharedAlgorithm } from '../../../../engine/index.ts'

/** A line of an operation: its number, and what its author wrote. */
interface ProgramLine {
  readonly number: number
  readonly text: string
}

/** The lines of an algorithm, by operation. */
export type Program = Readonly<Record<string, readonly ProgramLine[]>>

/** The text of an algorithm’s lines, as the code that runs has them: what stands behind the arrow of each. */
export const programText = ({ operations }: AnySharedAlgorithm): Program =>
  Object.fromEntries(
    Object.entries(operations).map(([name, lines]) => [
      name,
      Object.entries(lines).map(([number, line]) => ({
        number: Number(number),
        text: lineText(String(line)),
      })),
    ]),
  )

/** `(s, { want }) => want.at(s.i).write(1, 2)` without what stands before the access, moved to the left. */
function lineText(code: string): string {
  const body = code.replace(/^\s*(?:\([^()]*\)|\w+)\s*=>\s*/, '')
  const [first = '', ...others] = body.split('\n')
  const indents = others.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length)
  // The last line closes what the first opens.
  const least = Math.min(...indents, Number.POSITIVE_INFINITY)
  return [first, ...others.map((line) => line.slice(Number.isFinite(least) ? least : 0))].join('\n').trimEnd()
}
