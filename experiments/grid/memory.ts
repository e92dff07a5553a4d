import { availableParallelism } from 'node:os'
import {
  type AnyAlgorithm,
  type Cell,
  estimateMemory,
  InputError,
  type Memory,
  mostMessages,
} from '../../engine/index.ts'
import { sharedMemory } from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import { freeMemory } from './free-memory.ts'

/** What a run needs, in bytes, roughly. */
export interface RunMemory extends Memory {
  readonly cell: Cell
  /** How many runs need this: the replicates. */
  readonly runs: number
  /** The program itself: its code, and room for the collector of garbage. */
  readonly program: number
}

/** What the runs of a sweep share. */
export interface MemoryLimits {
  /** Runs at once. Default: as many as the machine runs at once. */
  readonly workers?: number | undefined
  /** The bytes that may be used. Default: those that are free. */
  readonly memory?: number | undefined
}

const program = 64 * 2 ** 20

/** All that a run needs, in bytes. */
export const totalOf = ({ network, processors, messages, program }: RunMemory): number =>
  network + processors + messages + program

/** What the runs of each point need, the most first. Networks from files are left out. */
export function memoryOf(
  experiment: Pick<Experiment, 'algorithms' | 'budget'>,
  points: Iterable<Pick<RunMemory, 'cell'> & { readonly replicates: number }>,
): RunMemory[] {
  const known = new Map<string, Omit<RunMemory, 'runs'> | null>()
  const needs = Array.from(points, ({ cell, replicates }) => {
    const key = JSON.stringify([
      cell.algorithm,
      cell.timing,
      cell.topology,
      cell.n,
      cell.inputs,
      cell.weights,
    ])
    const need = known.get(key) ?? memoryOfCell(experiment, cell)
    known.set(key, need)
    return need && { ...need, runs: replicates }
  })
  return needs.filter((need) => need !== null).sort((a, b) => totalOf(b) - totalOf(a))
}

function memoryOfCell(
  { algorithms, budget }: Pick<Experiment, 'algorithms' | 'budget'>,
  cell: Cell,
): Omit<RunMemory, 'runs'> | null {
  if (cell.topology === sharedMemory) return null
  const algorithm: AnyAlgorithm = algorithms.find(({ name }) => name === cell.algorithm)!
  const messages = Math.min(budget.messages ?? Number.POSITIVE_INFINITY, mostMessages(algorithm, cell))
  const need = estimateMemory({ ...cell, messages })
  return need && { ...need, cell, program }
}

/** The first of what the runs need; an InputError if those that need the most do not fit into memory together. */
export function assertFits(needs: readonly RunMemory[], limits: MemoryLimits = {}): RunMemory | null {
  const { workers = availableParallelism(), memory = freeMemory() } = limits
  const together = atOnce(needs, workers)
  const total = together.reduce((sum, need) => sum + totalOf(need), 0)
  if (total <= memory) return needs[0] ?? null
  const { cell, network } = needs[0]!
  const largest = `${cell.algorithm} on ${cell.topology} with n = ${cell.n}`
  const runs =
    together.length === 1
      ? `${largest} needs`
      : `${together.length} runs at once, the largest ${largest}, need`
  const remedies = [
    'a smaller n',
    ...(together.length === 1 ? [] : ['fewer --workers']),
    ...(network === 0 ? [] : ['a network whose channels are computed (ring, torus, hypercube, complete)']),
  ]
  throw new InputError(
    `${runs} about ${gibibytes(total)} GiB of memory, and there are ${gibibytes(memory)} GiB; ` +
      `take ${remedies.join(', or ')}; --memory says how much may be used`,
  )
}

/** The runs that need the most: as many as there are workers. */
function atOnce(needs: readonly RunMemory[], workers: number): RunMemory[] {
  const together: RunMemory[] = []
  for (const need of needs)
    for (let run = 0; run < need.runs && together.length < workers; run++) together.push(need)
  return together
}

const gibibytes = (bytes: number): string => (bytes / 2 ** 30).toPrecision(3)
