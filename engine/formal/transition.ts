import { MisuseError, ModelError } from '../errors.ts'
import type { AnyAlgorithm, Crossing } from '../model/index.ts'
import { standingAfter, unasked } from '../services/index.ts'
import { handle } from './handle.ts'
import type { Sending, SetTimer, Status, StepInput, StepResult } from './step.ts'

export type { Sending, SetTimer, Status, StepInput, StepResult } from './step.ts'

/**
 * The transition function of a processor: from its accessible state (its state and its inbufs) to a new state and
 * the messages that it sends. Attiya & Welch, section 2.1.1.
 *
 * The algorithm's handlers are interpreted one after the other. They change `state` in place, so whoever still
 * needs the old one hands in a copy. What a handler throws is passed on.
 */
export function transition(
  algorithm: AnyAlgorithm,
  before: Status,
  state: object,
  input: StepInput,
): StepResult {
  const { wakes, inbox, round } = input
  const [sent, marks]: [Sending[], string[]] = [[], []]
  const crossings: Crossing[] = []
  const [timers, timeouts]: [SetTimer[], string[]] = [[], []]
  let due = [...(input.due ?? [])]
  let { standing = unasked } = input
  let status = before
  let over = false
  const during = (): void => {
    if (over) throw new MisuseError('uses p of an event that is over; p is valid only while its handler runs')
  }
  const cross = (crossing: Crossing): void => {
    during()
    if (algorithm.service === undefined)
      throw new ModelError(`has a ${crossing.kind}, but the algorithm offers no service`)
    const after = standingAfter(algorithm.service, standing, crossing)
    if (typeof after === 'string') throw new ModelError(after)
    standing = after
    crossings.push(crossing)
  }
  const set = (timer: SetTimer): void => {
    // One that is set anew goes off later.
    due = due.filter((name) => name !== timer.name)
    timers.push(timer)
  }
  const processor = handle(algorithm, input, { sent, marks, cross, set }, during, () => {
    status = 'terminated'
  })
  const wake = (starts: boolean): void => {
    if (status !== 'asleep') return
    status = 'awake'
    if (starts) atOnce(algorithm.uponStart?.(processor, state))
  }
  const startsByMessage = algorithm.wokenByMessage !== 'joins'

  try {
    if (input.recovers) atOnce(algorithm.uponRecovery?.(processor, state))
    if (wakes) wake(true)
    if (algorithm.uponRound !== undefined) {
      if (inbox.length > 0) wake(startsByMessage)
      if (status === 'awake' && round !== 0) atOnce(algorithm.uponRound(processor, state, inbox))
    } else
      for (const { message, from } of inbox) {
        wake(startsByMessage)
        if (status === 'awake')
          atOnce(algorithm.uponReceiving[message.type]!(processor, state, message, from))
      }
    while (due.length > 0 && status === 'awake') {
      const name = due.shift()!
      timeouts.push(name)
      atOnce(algorithm.uponTimeout![name]!(processor, state))
    }
    for (const call of input.asks ?? []) {
      if (status === 'terminated') break
      cross({ kind: 'invocation', ...call })
      wake(startsByMessage)
      if (status !== 'awake') break
      atOnce(algorithm.uponInvoking![call.operation]!(processor, state, call.argument))
    }
  } finally {
    over = true
  }
  return { status, sent, marks, timeouts, timers, crossings, standing }
}

/** Throws if a handler goes on after it has returned: what it does then is part of no event. */
function atOnce(returned: unknown): void {
  if (!(returned instanceof Promise)) return
  returned.catch(() => {})
  throw new MisuseError('has an async handler; a handler must do all that it does before it returns')
}
