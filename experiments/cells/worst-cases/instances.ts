import {
  type AnyAlgorithm,
  type Choosable,
  type Graph,
  Problem,
  withChannelsByRank,
} from '../../../engine/index.ts'

/**
 * Every instance that an adversary can choose who has the identifiers, the root and the numbering of channels for its
 * choice; the others of the problem stay. Of instances that a symmetry of the network turns into one another, one.
 */
export function* instancesOf(
  algorithm: AnyAlgorithm,
  problem: Problem,
  choose: readonly Choosable[],
): Generator<Problem> {
  const { network, wakeTimes, values } = problem
  const { n } = network
  const symmetric = isSymmetric(problem, choose) && !readsValues(algorithm, n)
  const picksIds = choose.includes('ids')
  const picksRoot = choose.includes('root')
  const roots = picksRoot && !symmetric ? Array.from({ length: n }, (_, p) => p) : [problem.root]
  // Where the root tells no processor apart, a rotation brings the largest identifier to processor 0.
  const largestFirst = symmetric && picksIds && !picksRoot
  for (const graph of choose.includes('ports') ? numberings(network) : [network])
    for (const root of roots)
      for (const ids of picksIds ? permutations(n) : [problem.ids])
        if (!largestFirst || ids[0] === n - 1) yield new Problem(graph, { ids, values, root, wakeTimes })
}

/** Whether any processor can stand for any other, as far as an adversary who makes these choices is concerned. */
function isSymmetric({ network, wakeTimes }: Problem, choose: readonly Choosable[]): boolean {
  const { alike = false, orientation = null } = network.details
  const ports = orientation !== null || choose.includes('ports')
  return alike && ports && Array.from(wakeTimes).every((time) => time === wakeTimes[0])
}

/** Whether initial states depend on the input values, which then tell processors apart. */
function readsValues({ initially }: AnyAlgorithm, n: number): boolean {
  let read = false
  for (const isRoot of [true, false])
    initially({
      get value() {
        read = true
        return 0
      },
      isRoot,
      id: 0,
      n,
      diameter: 1,
      parent: null,
      children: [],
    })
  return read
}

/** The graph with its channels numbered in every way. */
function* numberings(graph: Graph): Generator<Graph> {
  const ranks = new Uint32Array(2 * graph.m)
  function* from(processor: number): Generator<Graph> {
    if (processor === graph.n) yield withChannelsByRank(graph, ranks)
    else
      for (const order of permutations(graph.degree(processor))) {
        ranks.set(order, graph.firstSlot(processor))
        yield* from(processor + 1)
      }
  }
  yield* from(0)
}

/** All orders of 0 … length − 1; ascending first. */
export function* permutations(length: number): Generator<readonly number[]> {
  if (length === 0) yield []
  for (const shorter of length === 0 ? [] : permutations(length - 1))
    for (let place = length - 1; place >= 0; place--) yield shorter.toSpliced(place, 0, length - 1)
}
