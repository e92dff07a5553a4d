import type { PreparedCell } from './cell.ts'
import type { AnyAlgorithm, Execution } from './model/index.ts'
import { execute } from './simulation/execute.ts'
import { Transcript } from './simulation/machine/transcript.ts'

/** Executions are rehearsed up to so many messages, on no more processors. */
const messagesMax = 10_000
const processorsMax = 100_000

/**
 * Carries out the beginning of an execution again and again, in the way in which an author's mistakes are caught, and
 * compares. Returns the execution that fails; null if none does, so that what is done is a function of states, messages
 * and coins as far as can be seen. `prepare` makes the same cell concrete, once for each execution.
 */
export function rehearse(
  algorithm: AnyAlgorithm,
  prepare: () => PreparedCell,
  { seed, place }: { readonly seed: number; readonly place?: Float64Array | undefined },
): Execution | null {
  const transcript = new Transcript(seed)
  // Without properties, which may cost more than the algorithm; they are for the execution that counts.
  const rehearsed = Object.assign(Object.create(transcript.over(algorithm)) as AnyAlgorithm, {
    properties: {},
  })
  const run = (messages: number): Execution => {
    const { instance, timing, faults = null } = prepare()
    const options = { seed, budget: { messages }, check: 'every', faults, ...(place && { place }) } as const
    return quietly(() => execute(rehearsed, instance, timing, options))
  }
  if (prepare().instance.network.n > processorsMax) return null
  const first = run(messagesMax)
  if (first.outcome.kind === 'failed') return first
  // Parts of several lengths come between: whoever counts outside the states, and begins anew after some number, is hardly
  // back at the beginning after each of them.
  const all = Math.min(messagesMax, first.measures.messages)
  const half = Math.floor(all / 2)
  for (const messages of [half, half + 1, all - 1, messagesMax]) {
    transcript.rewind()
    const again = run(messages)
    if (again.outcome.kind === 'failed') return again
  }
  return null
}

/** Does some work during which nothing is printed: the handlers print in the execution that counts. */
function quietly<T>(work: () => T): T {
  const original = globalThis.console
  globalThis.console = new Proxy(original, { get: () => () => undefined })
  try {
    return work()
  } finally {
    globalThis.console = original
  }
}
