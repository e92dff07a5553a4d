/** What the algorithms that spread a rumour by random calls have in common. */
import {
  always,
  both,
  type Condition,
  type ConfigurationView,
  eventually,
  type Finding,
  type Instance,
  isFaulty,
  type Message,
  type Processor,
  withoutFaults,
} from '../../engine/index.ts'
import { type Callers, meansOnComplete } from './random-calls.ts'

/** What a processor is told of the rumour at the start. */
export type RumourInput = { readonly isRoot: boolean; readonly value: number }

/** The state of a processor that knows the rumour, or does not. */
export interface RumourState {
  /** The rumour; null until it is informed. */
  rumour: number | null
}

/** A message goes to a neighbour chosen uniformly at random; alone there is none. */
export function sendToAny<M extends Message>(p: Processor<M>, message: M): void {
  if (p.degree > 0) p.send(Math.floor(p.random() * p.degree), message)
}

/** The message that tells a rumour. */
export type Rumour = { readonly type: 'rumour'; readonly rumour: number }

let latest: Rumour = { type: 'rumour', rumour: 0 }

/** Messages are values: all who tell the same rumour can send the same one, which a million processors do. */
export function telling(rumour: number): Rumour {
  if (latest.rumour !== rumour) latest = { type: 'rumour', rumour }
  return latest
}

/** Whether the rumour has come to all that have not crashed. */
export const everyoneLeftInformed = (configuration: ConfigurationView<RumourState>): boolean =>
  configuration.states.every(({ rumour }, p) => rumour !== null || hasCrashed(configuration, p))

/**
 * Where the others ask for the rumour: the same, or that all who knew it have crashed and nothing that they told is on its
 * way. Answers come in even rounds, so none is after one.
 */
export function everyoneServed(
  configuration: ConfigurationView<RumourState & { readonly round: number }>,
): boolean {
  if (everyoneLeftInformed(configuration)) return true
  return !configuration.states.some(
    ({ rumour, round }, p) => (rumour !== null || round % 2 === 1) && !hasCrashed(configuration, p),
  )
}

const hasCrashed = (configuration: ConfigurationView<RumourState>, p: number): boolean =>
  configuration.crashed?.(p) === true

/**
 * Nobody is ever told anything else than what the root knew. In the end all correct processors are told, or, if all who
 * knew the rumour have crashed before they could tell, none.
 */
export const rumourProperties = {
  trueRumour: always(allTrue, { after: isTrue }),
  everyoneInformed: eventually<RumourState>((configuration) => {
    const { states } = configuration
    const missing = states.findIndex(({ rumour }, p) => rumour === null && !isFaulty(configuration, p))
    const knowing = states.findIndex(({ rumour }, p) => rumour !== null && !isFaulty(configuration, p))
    return missing < 0 || knowing < 0 || `p_${knowing} is informed, and p_${missing} is not`
  }),
}

function allTrue(configuration: ConfigurationView<RumourState>): Finding {
  const wrong = configuration.states.findIndex((_, p) => isTrue(configuration, p) !== true)
  return wrong < 0 || isTrue(configuration, wrong)
}

function isTrue({ instance: { root, values }, states }: ConfigurationView<RumourState>, p: number): Finding {
  const { rumour } = states[p]!
  return rumour === null || rumour === values[root] || `p_${p} was told ${rumour}, not ${values[root]}`
}

/** Everyone may call everyone. */
const onComplete: Condition = {
  text: 'the network is complete',
  holds: ({ instance: { network } }) => 2 * network.m === network.n * (network.n - 1),
}

/** Everyone may call everyone, and nobody crashes. */
export const completeWithoutFaults = both(onComplete, withoutFaults)

/** The exact means on complete networks, as quantities of claims: R rounds of calls, S messages. */
export const meansOf = (callers: Callers) => ({
  R: {
    description: 'the mean number of rounds of calls, by a Markov chain, for n ≤ 1024',
    value: (instance: Instance) => meansOnComplete(callers, instance).rounds,
  },
  S: {
    description: 'the mean number of messages, by the same chain',
    value: (instance: Instance) => meansOnComplete(callers, instance).messages,
  },
})
