import type { AnyAlgorithm, Knowledge, Processor } from '../../model/index.ts'

/** What all that an algorithm does is wrapped in. */
interface Wrapping {
  initially(compute: () => object): object
  handler(p: Processor, compute: (p: Processor) => unknown): void
}

/** The same algorithm, wrapped. */
export function wrapHandlers(algorithm: AnyAlgorithm, { initially, handler }: Wrapping): AnyAlgorithm {
  const { uponReceiving, uponStart, uponRound } = algorithm
  const wrap =
    <Rest extends unknown[]>(inner: (p: Processor, ...rest: Rest) => unknown) =>
    (processor: Processor, ...rest: Rest): void =>
      handler(processor, (p) => inner(p, ...rest))
  return Object.assign(Object.create(algorithm) as AnyAlgorithm, {
    initially: (input: Knowledge) => initially(() => algorithm.initially(input)),
    ...(uponStart && { uponStart: wrap(uponStart.bind(algorithm)) }),
    ...(uponRound && { uponRound: wrap(uponRound.bind(algorithm)) }),
    ...(uponReceiving && {
      uponReceiving: Object.fromEntries(
        Object.entries(uponReceiving).map(([type, one]) => [type, wrap(one)]),
      ),
    }),
  })
}
