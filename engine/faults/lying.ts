import type { AnyAlgorithm, Channel, Knowledge, Message, Processor, Received } from '../model/index.ts'
import type { Call } from './liar.ts'
import type { FaultPlan } from './plan.ts'

type Handler<Rest extends readonly unknown[]> = (p: Processor, state: object, ...rest: Rest) => unknown

/**
 * The same algorithm for an execution with Byzantine processors, which do in each handler what their strategies make of
 * it. `at` says which processor is at work. What the algorithm throws at a liar, who may have been lied to by others,
 * silences it. What a liar has in mind is nobody's business: its state, which properties of all processors may look at, stays
 * the initial one.
 */
export function lying(algorithm: AnyAlgorithm, { liars }: FaultPlan, at: () => number): AnyAlgorithm {
  if (liars.size === 0) return algorithm
  const { uponReceiving, uponStart, uponRound, uponInvoking, uponTimeout } = algorithm
  const silenced = new Set<number>()
  const minds = new Map<number, object>()
  const mindOf = (processor: number, initial: object): object => {
    const mind = minds.get(processor) ?? structuredClone(initial)
    minds.set(processor, mind)
    return mind
  }
  const wrap =
    <Rest extends readonly unknown[]>(inner: Handler<Rest>, callOf: CallOf<Rest>): Handler<Rest> =>
    (p, state, ...rest) => {
      const liar = liars.get(at())
      if (liar === undefined) return inner(p, state, ...rest)
      if (silenced.has(at())) return undefined
      try {
        liar.acts(p, mindOf(at(), state), callOf(inner, rest))
      } catch {
        silenced.add(at())
      }
      return undefined
    }
  const all = <Rest extends readonly unknown[]>(
    handlers: Readonly<Record<string, Handler<Rest>>>,
    callOf: CallOf<Rest>,
  ) => Object.fromEntries(Object.entries(handlers).map(([name, inner]) => [name, wrap(inner, callOf)]))
  return Object.assign(Object.create(algorithm) as AnyAlgorithm, {
    initially(input: Knowledge) {
      const state = algorithm.initially(input)
      const other = (value: number) => algorithm.initially(withValue(input, value))
      liars.get(at())?.begins?.(state, other)
      return state
    },
    ...(uponStart && { uponStart: wrap(uponStart.bind(algorithm), plain) }),
    ...(uponRound && { uponRound: wrap(uponRound.bind(algorithm), ofRound) }),
    ...(uponReceiving && { uponReceiving: all(uponReceiving, ofMessage) }),
    ...(uponTimeout && { uponTimeout: all(uponTimeout, plain) }),
    ...(uponInvoking && { uponInvoking: all(uponInvoking, plain) }),
  })
}

/** The call of a handler, for a liar. */
type CallOf<Rest extends readonly unknown[]> = (inner: Handler<Rest>, rest: Rest) => Call

/** Of a handler that hears nothing. */
const plain = <Rest extends readonly unknown[]>(inner: Handler<Rest>, rest: Rest): Call => ({
  heard: [],
  run: (p, state) => void inner(p, state, ...rest),
})

const ofRound: CallOf<[inbox: readonly Received[]]> = (inner, [inbox]) => ({
  heard: inbox,
  run: (p, state, hears) =>
    void inner(p, state, hears === undefined ? inbox : inbox.filter(({ from }) => hears(from))),
})

const ofMessage: CallOf<[message: Message, from: Channel]> = (inner, [message, from]) => ({
  heard: [{ message, from }],
  run(p, state, hears = () => true) {
    if (hears(from)) inner(p, state, message, from)
  },
})

/** What a processor is told, with another input. */
const withValue = (input: Knowledge, value: number): Knowledge =>
  Object.create(input, { value: { value, enumerable: true } }) as Knowledge
