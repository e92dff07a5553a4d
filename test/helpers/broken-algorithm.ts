import {
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  createClocks,
  Random,
  Streams,
} from '../../engine/index.ts'

/** An algorithm with a mistake, or one step outside what it is made for, and what an adversary can break of it. */
export interface BrokenAlgorithm {
  readonly what: string
  readonly algorithm: AnyAlgorithm
  readonly n: number
  /** As the algorithm is told. */
  readonly f: number
  readonly faults: string
  /** The properties that may be found broken. */
  readonly properties: readonly string[]
}

/** Its processors on a complete network, identifiers and channels in order. */
export function subjectFor({
  algorithm,
  n,
  f,
}: Pick<BrokenAlgorithm, 'algorithm' | 'n' | 'f'>): ComputedInstance {
  const network = buildTopology('complete', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  const clocks = algorithm.requires.clocks === true ? createClocks('perfect', n, new Streams(0)) : null
  return new ComputedInstance(network, { f, clocks })
}
