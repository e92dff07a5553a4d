import { type Count, isSharedObject } from '../model/index.ts'
import type { SharedMemoryExecution } from './exec.ts'
import type { SharedStep } from './step.ts'

/** A passage of an execution: from the first step of an entry to the last one of the exit; of an object, an operation. */
export interface SharedPassage {
  readonly processor: number
  /** Of an object, the name of the operation. */
  readonly operation: string
  /** The indices of its first and its last step. */
  readonly first: number
  readonly last: number
  readonly counts: Readonly<Record<Count, number>>
  /** Whether no other processor was in a passage meanwhile. */
  readonly solo: boolean
}

/** The passages or operations of an execution that are over, in the order in which they end, each counted by the definitions. */
export function sharedPassages({ configurations, steps }: SharedMemoryExecution): SharedPassage[] {
  const homes = configurations[0]!.variables.map(({ home }) => home)
  return steps.flatMap(({ processor, to, operation }, last) => {
    if (to !== 'remainder') return []
    let first = last
    while (steps[first]!.processor !== processor || steps[first]!.from !== 'remainder') first--
    const own = indices(first, last).filter((index) => steps[index]!.processor === processor)
    const count = (is: (step: SharedStep, index: number) => boolean) =>
      own.filter((index) => is(steps[index]!, index)).length
    const counts = {
      steps: own.length,
      reads: count(isRead),
      writes: count(({ kind }) => kind === 'write'),
      rmw: count((step) => !isRead(step) && !isFlip(step) && step.kind !== 'write'),
      cc: count((_, index) => isRemoteWriteThrough(steps, index)),
      'cc-write-back': count((_, index) => isRemoteWriteBack(steps, index)),
      dsm: count((step) => !isFlip(step) && homes[step.variable] !== processor),
    }
    // Others rest when it begins and take no step before it ends.
    const solo =
      own.length === last - first + 1 &&
      configurations[first]!.processors.every(({ section }, p) => p === processor || section === 'remainder')
    return [{ processor, operation, first, last, counts, solo }]
  })
}

const indices = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

const isRead = ({ kind }: SharedStep): boolean => kind === 'read' || kind === 'await'

/** A flip of a coin accesses no variable. */
const isFlip = ({ kind }: SharedStep): boolean => kind === 'flip'

/**
 * Whether an access is a remote reference where caches write through: a read is, unless the processor has used the
 * variable since it was last written by another; every write is.
 */
export function isRemoteWriteThrough(steps: readonly SharedStep[], index: number): boolean {
  const step = steps[index]!
  if (isFlip(step)) return false
  if (!isRead(step)) return true
  for (let i = index - 1; i >= 0; i--) {
    const before = steps[i]!
    if (before.variable !== step.variable) continue
    if (before.processor === step.processor) return false
    if (!isRead(before)) return true
  }
  return true
}

/**
 * The same where caches write back: reads as before; a write is remote unless the processor has written the variable
 * before and nobody else has used it since.
 */
export function isRemoteWriteBack(steps: readonly SharedStep[], index: number): boolean {
  const step = steps[index]!
  if (isFlip(step)) return false
  if (isRead(step)) return isRemoteWriteThrough(steps, index)
  for (let i = index - 1; i >= 0; i--) {
    const before = steps[i]!
    if (before.variable !== step.variable) continue
    if (before.processor !== step.processor) return true
    if (!isRead(before)) return false
  }
  return true
}

/** How often others entered a critical section between the end of a processor's doorway and its own entry, at most. */
export function sharedBypass({ configurations, steps }: SharedMemoryExecution): number {
  const { algorithm } = configurations[0]!.system
  const doorwayEnds = isSharedObject(algorithm) ? undefined : algorithm.doorwayEnds
  const entries = steps.flatMap(({ to, from }, i) => (to === 'critical' && from !== 'critical' ? [i] : []))
  return entries.reduce((most, entry) => {
    const { processor } = steps[entry]!
    let first = entry
    while (steps[first]!.processor !== processor || steps[first]!.from !== 'remainder') first--
    const doorway = indices(first, entry).find(
      (index) =>
        steps[index]!.processor === processor &&
        steps[index]!.to === 'entry' &&
        (doorwayEnds === undefined || steps[index]!.next === doorwayEnds),
    )
    if (doorway === undefined) return most
    return Math.max(most, entries.filter((index) => index > doorway && index < entry).length)
  }, 0)
}
