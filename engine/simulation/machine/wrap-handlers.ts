import type { AnyAlgorithm, Knowledge, Processor } from '../../model/index.ts'

/** What all that an algorithm does is wrapped in. */
interface Wrapping {
  initially(compute: () => object): object
  /** `compute` does to the state what the handler does. */
  handler(p: Processor, compute: (p: Processor) => unknown, state: object): void
}

/** The same algorithm, wrapped. */
export function wrapHandlers(algorithm: AnyAlgorithm, { initially, handler }: Wrapping): AnyAlgorithm {
  const { uponReceiving, uponStart, uponRound, uponInvoking, uponTimeout, uponRecovery } = algorithm
  const wrap =
    <Rest extends unknown[]>(inner: (p: Processor, state: object, ...rest: Rest) => unknown) =>
    (processor: Processor, state: object, ...rest: Rest): void =>
      handler(processor, (p) => inner(p, state, ...rest), state)
  const wrapAll = <Rest extends unknown[]>(
    all: Readonly<Record<string, (p: Processor, state: object, ...rest: Rest) => unknown>>,
  ) => Object.fromEntries(Object.entries(all).map(([name, one]) => [name, wrap(one)]))
  return Object.assign(Object.create(algorithm) as AnyAlgorithm, {
    initially: (input: Knowledge) => initially(() => algorithm.initially(input)),
    ...(uponStart && { uponStart: wrap(uponStart.bind(algorithm)) }),
    ...(uponRecovery && { uponRecovery: wrap(uponRecovery.bind(algorithm)) }),
    ...(uponRound && { uponRound: wrap(uponRound.bind(algorithm)) }),
    ...(uponReceiving && { uponReceiving: wrapAll(uponReceiving) }),
    ...(uponTimeout && { uponTimeout: wrapAll(uponTimeout) }),
    ...(uponInvoking && { uponInvoking: wrapAll(uponInvoking) }),
  })
}
