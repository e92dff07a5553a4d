import type { Random } from '../../../random.ts'
import type { FaultModel, FaultScript, Lie } from '../../resilience/index.ts'
import type { SendingStep } from './sending-steps.ts'

/** What there is to choose from when a script is varied. */
export interface ScriptChoices {
  readonly n: number
  readonly model: FaultModel
  /** In how many rounds something may fail: as many as an execution has taken; or, where they count, steps. */
  readonly rounds: number
  /** The last round whose end found processors apart. What goes wrong next has to go wrong there. */
  readonly frontier: number
  /**
   * In asynchronous executions, by processor, the steps in which it sends something, since a crash in any other is like one
   * in the next of them. Absent: in rounds.
   */
  readonly sending?: readonly (readonly SendingStep[])[]
  /** Whether inputs are chosen, and of how many numbers, from 0. */
  readonly values: boolean
  readonly inputs: number
  readonly stream: Random
  /** All that a liar may send to a neighbour in a round. */
  lies(script: FaultScript, liar: number, receiver: number, round: number): readonly Lie['messages'][]
}

/** Half of the time where processors cease to be apart, else any round. */
export function someRound({ rounds, frontier, stream }: ScriptChoices): number {
  const round = stream.integer(rounds)
  return stream.integer(2) === 0 ? Math.min(frontier, rounds - 1) : round
}

/** In which of its steps a processor is to crash; in rounds, in which round. */
export function someStep(processor: number, choices: ScriptChoices): number {
  const { sending, stream } = choices
  const own = sending?.[processor] ?? []
  return own.length === 0 || stream.integer(4) === 0
    ? someRound(choices)
    : own[stream.integer(own.length)]!.step
}

/** The first step in which a processor sends something after another has taken one of its steps; any, if there is none. */
export function stepAfter(
  processor: number,
  other: { readonly processor: number; readonly round: number },
  choices: ScriptChoices,
): number {
  const { sending = [], stream } = choices
  const time = sending[other.processor]?.find(({ step }) => step === other.round)?.time
  const next = sending[processor]?.find((one) => time !== undefined && one.time > time)
  return next === undefined || stream.integer(3) === 0 ? someStep(processor, choices) : next.step
}

/** Nobody, one, all but one, or any: sets of one processor more or less than nothing or all are what patterns consist of. */
export function someOf(n: number, without: number, stream: Random): number[] {
  const others = Array.from({ length: n }, (_, q) => q).filter((q) => q !== without)
  const one = stream.integer(others.length)
  switch (stream.integer(4)) {
    case 0:
      return []
    case 1:
      return [others[one]!]
    case 2:
      return others.toSpliced(one, 1)
    default:
      return others.filter(() => stream.integer(2) === 0)
  }
}
