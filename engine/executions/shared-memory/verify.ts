import { InputError } from '../../errors.ts'
import { type AnySharedAlgorithm, isSharedObject } from '../../shared-memory/index.ts'
import { sameData } from '../same-data.ts'
import type { FirstError, NumberedLine } from '../verify.ts'
import { checkSharedEnd } from './check-end.ts'
import { type CheckedStep, SharedExecutionChecker } from './checker.ts'
import type { RecordedStep, SharedEnd, SharedHeader } from './format.ts'
import { recordedSystem, recordedVariables } from './header.ts'
import { readSharedLine } from './read.ts'

/** What was found in a recorded execution on shared memory. */
export interface SharedVerification {
  readonly ok: boolean
  /** The steps that were carried out, and how often a critical section was entered in them. */
  readonly steps: number
  readonly entries: number
  /** Of an object, how many operations ended in them. */
  readonly operations?: number
  /** When the last of them was taken; null where steps have no times. */
  readonly time: number | null
  /** How many steps, the last ones, are repeated for ever; 0 if the execution is a finite one. */
  readonly repeated: number
  /** How the execution ends and what it shows, as the file says; null if the file is not true. */
  readonly end: SharedEnd | null
  /** The first thing that is wrong; the line of its step, or the last. */
  readonly first_error: FirstError | null
}

/**
 * Whether a recorded execution is true: each step is the one that the algorithm takes, and what is said of the whole
 * follows. An execution that violates something is true if it says so. Uses the file and the literal interpreter alone.
 * Throws an InputError if a line cannot be read; `name` is that of the file. `onStep` is told of each step carried out.
 */
export function verifyShared(
  header: SharedHeader,
  lines: Iterable<NumberedLine>,
  algorithm: AnySharedAlgorithm,
  name: string,
  onStep?: (checked: CheckedStep) => void,
): SharedVerification {
  let number = 1
  const place = () => `${name}, line ${number}`
  let checker: SharedExecutionChecker | null = null
  const result = (first_error: FirstError | null, end: SharedEnd | null = null): SharedVerification => ({
    ok: first_error === null,
    steps: checker?.steps ?? 0,
    entries: checker?.costs.entries ?? 0,
    ...(isSharedObject(algorithm) && { operations: checker?.costs.ended ?? 0 }),
    time: checker?.times.last ?? null,
    repeated: end === null || header.repeats_from === null ? 0 : end.steps - header.repeats_from,
    end,
    first_error,
  })
  const impossible = headerProblem(header, algorithm)
  if (impossible !== null) return result({ line: 1, event: null, problem: impossible })
  checker = new SharedExecutionChecker(header, algorithm)
  let end: SharedEnd | null = null
  for (const { text, number: next } of lines) {
    number = next
    if (end !== null) throw new InputError(`${place()}: there is something after the end`)
    const line = readSharedLine(text, place)
    if ('end' in line) {
      end = line.end
      const problem = checkSharedEnd(checker, end)
      if (problem !== null) return result({ line: number, event: null, problem })
    } else {
      const checked = checker.step(line.step)
      onStep?.(checked)
      const { problem } = checked
      if (problem !== null)
        return result({ line: number, event: eventName(line.step, checker.steps + 1), problem })
    }
  }
  if (end === null)
    throw new InputError(`${place()}: the file is cut off here; its last line must be the end`)
  return result(null, end)
}

const eventName = ({ processor, operation, line }: RecordedStep, number: number): string =>
  `step ${number}, of p_${processor}, ${operation} line ${line}`

/** Why no execution of the algorithm can be as a header says; null if one can. */
function headerProblem(header: SharedHeader, algorithm: AnySharedAlgorithm): string | null {
  const { doorway_ends: doorway, algorithm: name } = header
  if (name !== algorithm.name) return `algorithm is ${name}, but this is ${algorithm.name}`
  const own = isSharedObject(algorithm) ? null : (algorithm.doorwayEnds ?? null)
  const condition = isSharedObject(algorithm) ? algorithm.guarantees : undefined
  if (header.condition !== condition)
    return `histories are held to ${condition ?? 'nothing'}, but the header says ${header.condition ?? 'nothing'}`
  if (doorway !== own) return `the doorway ends at line ${own}, but the header says ${doorway}`
  let declared: ReturnType<typeof recordedVariables>
  try {
    declared = recordedVariables(recordedSystem(header, algorithm))
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  for (const [i, variable] of declared.entries()) {
    const written = header.variables[i]
    if (!sameData(variable, written))
      return `variables[${i}] is ${JSON.stringify(variable)}, but the header says ${JSON.stringify(written ?? null)}`
  }
  const more = header.variables.length - declared.length
  return more > 0 ? `there are ${declared.length} variables, but the header has ${more} more` : null
}
