import { MisuseError, ModelError } from '../errors.ts'
import type {
  AnyAlgorithm,
  Call,
  Channel,
  Crossing,
  Message,
  Processor,
  Received,
  Standing,
} from '../model/index.ts'
import { standingAfter, unasked } from '../services/index.ts'
import { noChannel } from '../simulation/machine/actions.ts'
import { timerProblem } from '../simulation/machine/timers.ts'

/** Before its first step a processor is asleep; in a terminated state it stays for good. */
export type Status = 'asleep' | 'awake' | 'terminated'

/** What a computation event is given. */
export interface StepInput {
  readonly degree: number
  /** Whether the processor wakes by itself in this event. */
  readonly wakes: boolean
  /** The messages of all inbufs, by channel, those of one channel in the order of sending. */
  readonly inbox: readonly Received[]
  /** The number of the round in a synchronous system. In round 0 a processor only starts. */
  readonly round: number | null
  /** A coin of this processor. */
  readonly random: () => number
  /** The weight of one of its channels; undefined where channels have none. */
  readonly weight: (channel: Channel) => number | undefined
  /** How things stand with those who use the processor. Default: it has not been asked for anything. */
  readonly standing?: Standing
  /** What its clock shows. */
  readonly clock?: number | undefined
  /** The timers that are due, in the order in which they were set. Default: none. */
  readonly due?: readonly string[]
  /** What is asked of it, one after the other, once it has processed its messages. Default: nothing. */
  readonly asks?: readonly Call[]
  /** Told of each message as it is sent. */
  readonly sends?: (message: Message) => void
}

/** What goes into an outbuf. */
export interface Sending {
  readonly channel: Channel
  readonly message: Message
}

/** A timer that is set. */
export interface SetTimer {
  readonly name: string
  readonly duration: number
}

/** What a processor does in one computation event. */
export interface StepResult {
  readonly status: Status
  /** In the order of sending. */
  readonly sent: readonly Sending[]
  /** The marks that it makes. */
  readonly marks: readonly string[]
  /** The timers that go off, and those that it sets. */
  readonly timeouts: readonly string[]
  readonly timers: readonly SetTimer[]
  /** What crosses its interface, in order, and how things stand then. */
  readonly crossings: readonly Crossing[]
  readonly standing: Standing
}

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
  const sent: Sending[] = []
  const marks: string[] = []
  const crossings: Crossing[] = []
  const timers: SetTimer[] = []
  const timeouts: string[] = []
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

/** Where what handlers do is noted. */
interface Effects {
  readonly sent: Sending[]
  readonly marks: string[]
  readonly cross: (crossing: Crossing) => void
  readonly set: (timer: SetTimer) => void
}

/** The processor as handlers see it; `during` throws once they have run. */
function handle(
  algorithm: AnyAlgorithm,
  { degree, random, weight, clock, sends }: StepInput,
  { sent, marks, cross, set }: Effects,
  during: () => void,
  terminate: () => void,
): Processor {
  const { requires, uponReceiving } = algorithm
  const send = (channel: Channel, message: Message): void => {
    during()
    if (!Number.isInteger(channel) || channel < 0 || channel >= degree)
      throw new ModelError(noChannel(channel, degree))
    if (uponReceiving !== undefined && !Object.hasOwn(uponReceiving, message.type))
      throw new ModelError(`sends ⟨${message.type}⟩, for which the algorithm has no handler`)
    sent.push({ channel, message })
    sends?.(message)
  }
  return {
    degree,
    send,
    sendToAll(message) {
      for (let channel = 0; channel < degree; channel++) send(channel, message)
    },
    sendToAllExcept(excepted, message) {
      for (let channel = 0; channel < degree; channel++) if (channel !== excepted) send(channel, message)
    },
    terminate() {
      during()
      terminate()
    },
    mark(name) {
      during()
      if (algorithm.marks?.includes(name) !== true)
        throw new ModelError(`makes the mark “${name}”, which the algorithm does not list`)
      marks.push(name)
    },
    weight(channel) {
      during()
      if (!Number.isInteger(channel) || channel < 0 || channel >= degree)
        throw new ModelError(noChannel(channel, degree, 'reads the weight of'))
      const found = requires.weights === undefined ? undefined : weight(channel)
      if (found !== undefined) return found
      throw new ModelError('reads a weight, but the algorithm does not declare requires: { weights: true }')
    },
    respond(result) {
      cross({ kind: 'response', ...(result !== undefined && { result }) })
    },
    output(output, value) {
      cross({ kind: 'output', output, ...(value !== undefined && { value }) })
    },
    clock() {
      during()
      if (requires.clocks === true && clock !== undefined) return clock
      throw new ModelError('reads its clock, but the algorithm does not declare requires: { clocks: true }')
    },
    setTimer(name, duration) {
      during()
      const problem = timerProblem(algorithm, name, duration)
      if (problem !== null) throw new ModelError(problem)
      set({ name, duration })
    },
    random() {
      during()
      if (requires.coins !== true)
        throw new ModelError('flips a coin, but the algorithm does not declare requires: { coins: true }')
      return random()
    },
  }
}
