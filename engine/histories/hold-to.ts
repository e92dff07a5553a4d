import { InputError } from '../errors.ts'
import type { History } from '../model/index.ts'
import { didYouMean } from '../suggest.ts'
import { linearizable, type SearchLimits } from './atomicity/linearizable.ts'
import { sequentiallyConsistent } from './atomicity/sequentially-consistent.ts'
import { checkHistory, processorsIn } from './condition.ts'
import { broadcastConditions, mutualExclusionConditions } from './conditions.ts'
import type { HistoryFinding } from './finding.ts'
import { regular, safe } from './monitors/watched.ts'
import type { SequentialObject } from './objects/sequential-object.ts'
import { conditionNames } from './usual.ts'

/** What else a check may need. */
export interface HoldOptions extends SearchLimits {
  /** The object that is asked; null where there is none. */
  readonly object: SequentialObject | null
  /** The number of processors. Default: those that occur. */
  readonly n?: number
}

/** Throws an InputError if there is no condition of this name. */
export function assertCondition(name: string): void {
  if (conditionNames.includes(name)) return
  const hint = didYouMean(name, conditionNames) || `; known: ${conditionNames.join(', ')}`
  throw new InputError(`unknown condition “${name}”${hint}`)
}

/** Holds a history to the condition of this name. Throws an InputError if it is about other operations. */
export function holdTo(
  name: string,
  history: History,
  { object, n, ...limits }: HoldOptions,
): HistoryFinding {
  assertCondition(name)
  const condition = [...mutualExclusionConditions, ...broadcastConditions].find((each) => each.name === name)
  if (condition !== undefined)
    return checkHistory(history, condition, { n: Math.max(n ?? 0, processorsIn(history)) })
  if (object === null) throw new InputError(`${name}: of which object? Say it with --object register`)
  for (const event of history)
    if (event.kind === 'invocation' && !object.operations.includes(event.operation))
      throw new InputError(
        `${object.name} has no operation “${event.operation}” (p_${event.processor}, operation ${event.id}); ` +
          `it has ${object.operations.join(', ')}`,
      )
  if (name === 'regular' || name === 'safe') return ofRegister(name, history, object)
  const check = name === 'linearizable' ? linearizable : sequentiallyConsistent
  return check(history, object, limits)
}

/** Throws an InputError where the condition is not defined: it is for registers with one writer at a time. */
function ofRegister(name: 'regular' | 'safe', history: History, object: SequentialObject): HistoryFinding {
  if (object.name !== 'register')
    throw new InputError(`${name}: it is a condition of registers, and the object is ${object.name}`)
  const foreign = history.find((event) => event.kind === 'invocation' && event.operation === 'cas')
  if (foreign !== undefined)
    throw new InputError(`${name}: it is a condition of reads and writes; there is a cas`)
  try {
    return (name === 'regular' ? regular : safe)(history, object)
  } catch (error) {
    throw error instanceof RangeError ? new InputError(`${name}: ${error.message}`) : error
  }
}
