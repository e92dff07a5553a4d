import type { AnyAlgorithm } from '../../model/index.ts'
import { describeDoing, IN_INITIAL_STATE } from './doing.ts'
import { wrapHandlers } from './wrap-handlers.ts'

/** What the numbers of a place are: the processor at work, the time, what it is doing, the messages sent so far. */
export const placeIn = { processor: 0, time: 1, doing: 2, messages: 3 } as const

/** A place at which an execution begins. In shared memory, another thread sees where the execution is. */
export function newPlace(buffer: ArrayBuffer | SharedArrayBuffer = new ArrayBuffer(32)): Float64Array {
  const place = new Float64Array(buffer)
  place[placeIn.doing] = IN_INITIAL_STATE
  return place
}

/** Notes where a machine is. */
export function notePlace(
  place: Float64Array,
  { current, now, doing, messages }: { current: number; now: number; doing: number; messages: number },
): void {
  place[placeIn.processor] = current
  place[placeIn.time] = now
  place[placeIn.doing] = doing
  place[placeIn.messages] = messages
}

/** The same algorithm; before all that it does, `note` is called. */
export const noting = (algorithm: AnyAlgorithm, note: () => void): AnyAlgorithm =>
  wrapHandlers(algorithm, {
    initially(compute) {
      note()
      return compute()
    },
    handler(p, compute) {
      note()
      return compute(p)
    },
  })

/** In words: “p_3 upon receiving ⟨M⟩ at time 1.5”. Types of messages are numbered in the order of their names. */
export function describePlace(place: ArrayLike<number>, typeNames: readonly string[]): string {
  const [processor, time, doing] = [place[placeIn.processor], place[placeIn.time], place[placeIn.doing]!]
  return `p_${processor} ${describeDoing(doing, typeNames)} at time ${time}`
}
