import { networkOf } from '../../executions/network.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { knowsIdentifiers } from '../../simulation/machine/requirements.ts'
import { neighborLists } from '../../topology/neighbor-lists.ts'
import { initiators } from '../../wake-up/wake-up-family.ts'
import { weightsByEnds } from '../../weights/weights-by-ends.ts'
import { automorphisms } from './automorphisms.ts'
import { combinations, permutations } from './permutations.ts'

/** What instances of one graph can differ in. */
export const variable = ['ids', 'root', 'ports'] as const

/** One of them. */
export type Variable = (typeof variable)[number]

/** One way to choose them. */
interface Variation {
  readonly ids: readonly number[]
  readonly root: number
  /** For each processor, its neighbours in the order of its channels. */
  readonly neighbors: readonly (readonly number[])[]
}

/**
 * All instances that differ from the given one in its identifiers, its root or its channel numbers, each once up to
 * renaming the processors: of those that a renaming makes equal, only the first is kept. What the algorithm is not told
 * is not varied, and channel numbers that have a meaning neither. If only the root wakes by itself, so does any other.
 */
export function* variations(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  over: ReadonlySet<string>,
): Generator<ComputedInstance> {
  const { network } = instance
  const varied = variedIn(algorithm, instance, over)
  if (varied.size === 0) return yield instance
  const rows = neighborLists(network)
  const symmetries = symmetriesOf(algorithm, instance, rows, varied)
  const given = Array.from(instance.ids)
  for (const neighbors of varied.has('ports')
    ? combinations(rows.map((row) => [...permutations(row)]))
    : [rows]) {
    const graph = varied.has('ports') ? networkOf(neighbors, null, () => 'variation') : network
    for (const root of varied.has('root') ? rows.keys() : [instance.root])
      for (const ids of varied.has('ids') ? permutations(given) : [given]) {
        if (!isFirst({ ids, root, neighbors }, symmetries, varied)) continue
        yield instance.with({ ids, root, wakeTimes: wakeTimesFor(instance, root) }, graph)
      }
  }
}

/** How many there would be if no two were equal up to renaming. */
export function countVariations(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  over: ReadonlySet<string>,
): number {
  const { network } = instance
  const varied = variedIn(algorithm, instance, over)
  let count = 1
  if (varied.has('ids')) count *= factorial(network.n)
  if (varied.has('root')) count *= network.n
  if (varied.has('ports')) for (let p = 0; p < network.n; p++) count *= factorial(network.degree(p))
  return count
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

function variedIn(
  algorithm: AnyAlgorithm,
  { network }: ComputedInstance,
  over: ReadonlySet<string>,
): Set<Variable> {
  const matters = {
    ids: knowsIdentifiers(algorithm),
    root: algorithm.requires.root === true,
    ports: (network.details.orientation ?? null) === null,
  }
  return new Set(variable.filter((name) => over.has(name) && matters[name]))
}

function wakeTimesFor(
  { root: given, wakeTimes, network }: ComputedInstance,
  root: number,
): ArrayLike<number> {
  const onlyRoot = Array.from(wakeTimes).every((time, p) => (time === 0) === (p === given))
  return onlyRoot ? initiators(network.n, [root]) : wakeTimes
}

/** The renamings that leave alone all that is not varied and that the algorithm could notice. */
function symmetriesOf(
  algorithm: AnyAlgorithm,
  { network, ids, root, values, fields, weights, wakeTimes }: ComputedInstance,
  rows: readonly (readonly number[])[],
  varied: ReadonlySet<Variable>,
): number[][] {
  const { root: rooted } = algorithm.requires
  // What is arranged, such as clusters, tells processors apart.
  if (algorithm.arrange !== undefined) return [Array.from({ length: network.n }, (_, p) => p)]
  const same =
    <T>(list: ArrayLike<T>) =>
    (p: number, q: number) =>
      list[p] === list[q]
  const wakesWithRoot =
    varied.has('root') && Array.from(wakeTimes).every((time, p) => (time === 0) === (p === root))
  const keeps: ((p: number, q: number) => boolean)[] = []
  if (!wakesWithRoot) keeps.push(same(wakeTimes))
  if (readsValues(algorithm, network.n)) keeps.push(same(values))
  keeps.push(...Object.values(fields).map(same))
  if (knowsIdentifiers(algorithm) && !varied.has('ids')) keeps.push(same(ids))
  if (rooted === true && !varied.has('root')) keeps.push((p, q) => (p === root) === (q === root))
  const maps = automorphisms(network, (p, q) => keeps.every((keep) => keep(p, q)))
  const weighted = algorithm.requires.weights !== undefined && weights !== null
  const weightOf = weighted ? weightsByEnds(network, weights) : () => 1
  const all = maps.filter((names) =>
    rows.every((row, p) => row.every((q) => weightOf(p, q) === weightOf(names[p]!, names[q]!))),
  )
  if (varied.has('ports')) return all
  return all.filter((names) =>
    rows.every((row, p) => row.every((neighbor, channel) => rows[names[p]!]![channel] === names[neighbor])),
  )
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
      fields: {},
      isRoot,
      id: 0,
      neighborIds: [],
      idBits: 1,
      n,
      diameter: 1,
      f: 0,
      parent: null,
      children: [],
      arranged: null,
      delay: { min: 0, max: 1 },
    })
  return read
}

/** Whether no renaming of a variation comes before it. */
function isFirst(
  variation: Variation,
  symmetries: readonly number[][],
  varied: ReadonlySet<Variable>,
): boolean {
  const own = sequence(variation, varied)
  return symmetries.every((names) => {
    const renamed = sequence(rename(variation, names), varied)
    const i = own.findIndex((number, place) => number !== renamed[place])
    return i < 0 || own[i]! < renamed[i]!
  })
}

/** What is varied, as numbers to compare. */
const sequence = ({ ids, root, neighbors }: Variation, varied: ReadonlySet<Variable>): number[] => [
  ...(varied.has('ports') ? neighbors.flat() : []),
  ...(varied.has('root') ? [root] : []),
  ...(varied.has('ids') ? ids : []),
]

function rename({ ids, root, neighbors }: Variation, names: readonly number[]): Variation {
  const renamedIds: number[] = []
  const rows: number[][] = []
  for (const [p, name] of names.entries()) {
    renamedIds[name] = ids[p]!
    rows[name] = neighbors[p]!.map((neighbor) => names[neighbor]!)
  }
  return { ids: renamedIds, root: names[root]!, neighbors: rows }
}
