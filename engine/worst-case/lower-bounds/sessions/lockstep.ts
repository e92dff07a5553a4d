import { Replica } from '../../../executions/replica.ts'
import type { Sending } from '../../../formal/transition.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'

/** A step of one processor: it wakes, or processes one message. */
export interface LockstepStep {
  readonly processor: number
  /** The number of the message; −1 for a wake-up. Messages are numbered in the order of sending. */
  readonly message: number
  /** When it happens, if every delay is 1. */
  readonly round: number
  /** The messages that it sends; `firstSent` is the number of the first. */
  readonly sent: readonly Sending[]
  readonly firstSent: number
  readonly terminates: boolean
  /** How often the processor acts in it. */
  readonly acts: number
}

/** After so many steps an execution is given up that does not end. */
const stepsMax = 1_000_000

/**
 * The execution in which all wake at time 0 and every delay is 1, in single steps; null if it does not end. `actions` says how
 * often a processor has acted.
 */
export function lockstep(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  actions: (state: object) => number,
): readonly LockstepStep[] | null {
  const { network } = instance
  const replica = new Replica(algorithm, instance, 0)
  const steps: LockstepStep[] = []
  let messages = 0
  let coming: Letter[] = Array.from({ length: network.n }, (_, receiver) => ({
    receiver,
    message: -1,
    sending: null,
    from: -1,
  }))
  for (let round = 0; coming.length > 0; round++) {
    const due = coming.sort((a, b) => a.receiver - b.receiver || a.from - b.from || a.message - b.message)
    coming = []
    for (const { receiver, message, sending, from } of due) {
      if (steps.length === stepsMax) return null
      const before = { acted: actions(replica.states[receiver]!), status: replica.status[receiver]! }
      replica.now = round
      const inbox = sending === null ? [] : [{ message: sending.message, from }]
      const { sent, status } = replica.compute(receiver, sending === null, inbox, null)
      steps.push({
        processor: receiver,
        message,
        round,
        sent,
        firstSent: messages,
        terminates: status === 'terminated' && before.status !== 'terminated',
        acts: actions(replica.states[receiver]!) - before.acted,
      })
      for (const one of sent)
        coming.push({
          receiver: network.neighbor(receiver, one.channel),
          message: messages++,
          sending: one,
          from: network.mirror(receiver, one.channel),
        })
    }
  }
  return steps
}

/** A message on its way to the next round, or a wake-up. */
interface Letter {
  readonly receiver: number
  readonly message: number
  readonly sending: Sending | null
  /** The channel in the receiver's numbering. */
  readonly from: number
}
