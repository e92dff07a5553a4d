import { InputError } from '../../errors.ts'
import { networkOf } from '../../executions/network.ts'
import { Problem } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model.ts'
import { automorphisms, neighborsOf } from './automorphisms.ts'
import { combinations, permutations } from './permutations.ts'

/** What instances of one graph can differ in. */
export const variable = ['ids', 'root', 'ports'] as const
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
 * is not varied. `wakeTimes` gives the wake-up times for a root. Throws an InputError if there are too many.
 */
export function* variations(
  algorithm: AnyAlgorithm,
  instance: Problem,
  over: ReadonlySet<Variable>,
  wakeTimes: (root: number) => ArrayLike<number> = () => instance.wakeTimes,
): Generator<Problem> {
  const { requires } = algorithm
  const { network, values } = instance
  const { orientation = null } = network.details
  const rows = Array.from({ length: network.n }, (_, p) => neighborsOf(network, p))
  if (over.has('ports') && orientation !== null)
    throw new InputError(`the channel numbers of this ${orientation} have a meaning and cannot be varied`)
  const varies = {
    ids: over.has('ids') && requires.identifiers === true,
    root: over.has('root') && requires.root === true,
    ports: over.has('ports'),
  }
  assertFew(rows, varies)
  const symmetries = symmetriesOf(instance, rows, varies, requires)
  const idOrders = varies.ids ? permutations(Array.from(instance.ids)) : [Array.from(instance.ids)]
  for (const ids of idOrders)
    for (const root of varies.root ? rows.keys() : [instance.root])
      for (const neighbors of varies.ports
        ? combinations(rows.map((row) => [...permutations(row)]))
        : [rows]) {
        const variation = { ids, root, neighbors }
        if (!isFirst(variation, symmetries, varies)) continue
        const graph = varies.ports ? networkOf(neighbors, null, () => 'variation') : network
        yield new Problem(graph, { ids, values, root, wakeTimes: wakeTimes(root) })
      }
}

const variationsMax = 1_000_000

function assertFew(rows: readonly (readonly number[])[], varies: Readonly<Record<Variable, boolean>>): void {
  let count = 1
  if (varies.ids) count *= factorial(rows.length)
  if (varies.root) count *= rows.length
  if (varies.ports) for (const row of rows) count *= factorial(row.length)
  if (count > variationsMax)
    throw new InputError(
      `there are ${count.toLocaleString('en')} ways to choose them; explore goes through ${variationsMax.toLocaleString('en')} at most`,
    )
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

/** The renamings that leave alone all that is not varied and that the algorithm could notice. */
function symmetriesOf(
  { network, ids, root, values, wakeTimes }: Problem,
  rows: readonly (readonly number[])[],
  varies: Readonly<Record<Variable, boolean>>,
  requires: AnyAlgorithm['requires'],
): number[][] {
  const same =
    <T>(list: ArrayLike<T>) =>
    (p: number, q: number) =>
      list[p] === list[q]
  const keeps = [same(values), varies.root ? () => true : same(wakeTimes)]
  if (requires.identifiers === true && !varies.ids) keeps.push(same(ids))
  if (requires.root === true && !varies.root) keeps.push((p, q) => (p === root) === (q === root))
  const all = automorphisms(network, (p, q) => keeps.every((keep) => keep(p, q)))
  if (varies.ports) return all
  return all.filter((names) =>
    rows.every((row, p) => row.every((neighbor, channel) => rows[names[p]!]![channel] === names[neighbor])),
  )
}

/** Whether no renaming of a variation comes before it. */
function isFirst(
  variation: Variation,
  symmetries: readonly number[][],
  varies: Readonly<Record<Variable, boolean>>,
): boolean {
  const own = sequence(variation, varies)
  return symmetries.every((names) => {
    const renamed = sequence(rename(variation, names), varies)
    const i = own.findIndex((number, place) => number !== renamed[place])
    return i < 0 || own[i]! < renamed[i]!
  })
}

/** What is varied, as numbers to compare. */
const sequence = (
  { ids, root, neighbors }: Variation,
  varies: Readonly<Record<Variable, boolean>>,
): number[] => [
  ...(varies.ids ? ids : []),
  ...(varies.root ? [root] : []),
  ...(varies.ports ? neighbors.flat() : []),
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
