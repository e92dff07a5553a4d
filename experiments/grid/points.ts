import {
  type AnyAlgorithm,
  delays,
  eachInputs,
  exposedTo,
  faultKinds,
  InputError,
  isSized,
  none,
  parseFormula,
  runsInRoundsOnly,
  type SizedSpecs,
  topologies,
  wakeUps,
  weightRules,
} from '../../engine/index.ts'
import {
  type AlgorithmData,
  type Point,
  readConstraint,
  satisfies,
  sharedMemory,
  type ZippedDimension,
} from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'

/** What a grid depends on; of the algorithms, only the names, the parameters, and which run in rounds only. */
export type Grid = Omit<Experiment, 'algorithms' | 'delays'> & {
  readonly algorithms: readonly (AnyAlgorithm | Pick<AlgorithmData, 'name' | 'roundsOnly' | 'parameters'>)[]
  /** Null where an adversary chooses. */
  readonly delays: readonly (string | null)[]
}

/** An item of a list, and its place there: lists that are zipped go together by places. */
interface Item<T> {
  readonly value: T
  readonly place: number
}

/** The points of a grid in the order of nested loops, each as often as it stands there, without those that `where` excludes. */
export function pointsOf(grid: Grid): Point[] {
  const { where = [], algorithms } = grid
  const points = allPoints(grid)
  const constraints = where.map((text, i) => {
    try {
      return readConstraint(text, points, algorithms)
    } catch (error) {
      throw error instanceof InputError ? new InputError(`where[${i}]: ${error.message}`) : error
    }
  })
  return points.filter((point) => constraints.every((one) => satisfies(point, one, algorithms)))
}

/** The same with those. */
export function allPoints(grid: Grid): Point[] {
  const points: Point[] = []
  const together = zipper(grid.zip ?? [])
  for (const algorithm of items(grid.algorithms))
    for (const timing of timingsOf(grid, algorithm.value))
      for (const topology of items(grid.topologies))
        for (const n of sizesOf(grid, topology.value))
          for (const at of specsAt(topologies, topology, n.value))
            for (const delay of timing.value === 'synchronous'
              ? [nowhere]
              : grid.delays.flatMap((value, place) => specsAt(delays, { value, place }, n.value)))
              for (const wakeup of items(grid.wakeups).flatMap((one) => specsAt(wakeUps, one, n.value)))
                for (const inputs of items(grid.inputs).flatMap((one) =>
                  specsAt({ each: eachInputs }, one, n.value),
                ))
                  for (const weights of weightsOf(grid, n.value))
                    if (together({ algorithm, timing, topology, n, delay, wakeup, inputs, weights }))
                      points.push({
                        algorithm: algorithm.value.name,
                        timing: timing.value,
                        topology: at.value!,
                        n: n.value,
                        delay: delay.value,
                        wakeup: wakeup.value!,
                        inputs: inputs.value!,
                        faults: none,
                        ...(weights.value !== null && { weights: weights.value }),
                      })
  const { clocks, workloads } = grid
  const timed =
    clocks === undefined
      ? points
      : points.flatMap((point) => clocks.map((one) => ({ ...point, clocks: one })))
  const asked =
    workloads === undefined
      ? timed
      : timed.flatMap((point) => workloads.map((workload) => ({ ...point, workload })))
  return withFaults(asked, grid)
}

/** The points with each of the faults, and with the number that algorithms are told may fail. */
function withFaults(points: readonly Point[], { faults = [none], f }: Pick<Grid, 'faults' | 'f'>): Point[] {
  if (faults.length === 1 && faults[0] === none && f === undefined) return [...points]
  return points.flatMap((point) =>
    items(faults)
      .flatMap((one) => specsAt(faultKinds, one, point.n))
      .map(({ value: spec }) => ({ ...point, faults: spec, ...bound(spec, point.n, f) })),
  )
}

/** How many may fail; absent where that depends on an n that is not known before the network is read. */
function bound(spec: string, n: number, f: Grid['f']): Pick<Point, 'f'> {
  if (typeof f === 'number') return { f }
  if (n === 0) return {}
  if (f === undefined) return spec === none ? {} : { f: exposedTo(spec, n).faulty }
  const value = Math.floor(parseFormula(f).evaluate(() => n))
  if (value >= 0) return { f: value }
  throw new InputError(`f: ${f} is ${value} at n = ${n}; it must be a number from 0 on`)
}

/** What stands in no list. */
const nowhere: Item<null> = { value: null, place: -1 }

const items = <T>(list: readonly T[]): Item<T>[] => list.map((value, place) => ({ value, place }))

/** Whether the items of a point stand at the same place in the lists that are zipped. */
function zipper(zip: NonNullable<Grid['zip']>) {
  return (point: Readonly<Record<ZippedDimension, Item<unknown>>>): boolean =>
    zip.every((names) => {
      const places = names.map((name) => point[name].place).filter((place) => place >= 0)
      return places.every((place) => place === places[0])
    })
}

/** The specs that an item of a list stands for, for n processors: itself, or those of its ranges. */
function specsAt<T extends string | null>(
  catalogue: { each(spec: string): readonly string[] | SizedSpecs },
  { value, place }: Item<T>,
  n: number,
): Item<string | T>[] {
  if (value === null || !value.includes('..')) return [{ value, place }]
  const specs = catalogue.each(value)
  return isSized(specs) ? specs.at(n).map((spec) => ({ value: spec, place })) : [{ value, place }]
}

/** The rules for weights; one place without any, where channels have none. */
const weightsOf = ({ weights }: Pick<Grid, 'weights'>, n: number): readonly Item<string | null>[] =>
  weights === undefined ? [nowhere] : items(weights).flatMap((one) => specsAt(weightRules, one, n))

/** The timings of an experiment that an algorithm can have. */
function timingsOf({ timings }: Pick<Grid, 'timings'>, one: Grid['algorithms'][number]) {
  const roundsOnly = 'requires' in one ? runsInRoundsOnly(one) : one.roundsOnly === true
  return items(timings).filter(({ value }) => !roundsOnly || value === 'synchronous')
}

/** The sizes at which a topology is built; 0 stands for the size of the file. */
function sizesOf({ sizes }: Pick<Grid, 'sizes'>, topology: string): readonly Item<number>[] {
  const fixed = topology !== sharedMemory && topologies.entryOf(topology).fixedSize
  return fixed ? [{ value: 0, place: -1 }] : items(sizes)
}
