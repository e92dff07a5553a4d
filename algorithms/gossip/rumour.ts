/** What the algorithms that spread a rumour by random calls have in common. */
import {
  always,
  type Condition,
  type ConfigurationView,
  eventually,
  everyProcessor,
  type Finding,
  type Instance,
  isFaulty,
  type Message,
  type Processor,
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

/** Whether the rumour has come to everyone. */
export const everyoneInformed = ({ states }: ConfigurationView<RumourState>): boolean =>
  states.every(({ rumour }) => rumour !== null)

/** The same for those that have not crashed. */
export const everyoneLeftInformed = (configuration: ConfigurationView<RumourState>): boolean =>
  configuration.states.every(({ rumour }, p) => rumour !== null || configuration.crashed?.(p) === true)

/**
 * The properties where processors crash: the rumour comes to all correct processors, or, if all who knew it crash before
 * they can tell, to none.
 */
export const crashProperties = {
  trueRumour: always(allTrue, { after: isTrue }),
  everyoneInformed: eventually<RumourState>((configuration) => {
    const { states } = configuration
    const missing = states.findIndex(({ rumour }, p) => rumour === null && !isFaulty(configuration, p))
    const knowing = states.findIndex(({ rumour }, p) => rumour !== null && !isFaulty(configuration, p))
    return missing < 0 || knowing < 0 || `p_${knowing} is informed, and p_${missing} is not`
  }),
}

/** Nobody is ever told anything else than what the root knew, and in the end everyone is told. */
export const rumourProperties = {
  trueRumour: always(allTrue, { after: isTrue }),
  everyoneInformed: eventually<RumourState>(everyProcessor(({ rumour }) => rumour !== null, 'is informed')),
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
export const onComplete: Condition = {
  text: 'the network is complete',
  holds: ({ instance: { network } }) => 2 * network.m === network.n * (network.n - 1),
}

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
