import {
  type AnySharedAlgorithm,
  attackShared,
  exploreObject,
  exploreShared,
  InputError,
  isSharedObject,
  type LargestCost,
  recordSharedAttack,
  type SharedAttackResult,
} from '../../engine/index.ts'
import { loadSharedAlgorithm, moduleOfShared, writeRecord } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { type InstanceOptions, workloadPart } from '../options/instance-options.ts'
import { describeSharedAttack, sharedAttackJson } from '../output/describe-shared-attack.ts'

/** The options of attack that shared memory has. */
interface SharedAttackOptions extends InstanceOptions {
  readonly n?: number
  readonly objective?: string
  readonly passages?: number
  readonly maxSteps?: number
  readonly strategy?: string
  readonly runs?: number
  readonly seed: number
  readonly seeds: number
  readonly exact?: number
  readonly record?: string
  readonly json?: true
}

/** Those that have no meaning there. */
const foreign = [
  ...['topology', 'over', 'wakeup', 'weights', 'inputs', 'ids', 'root', 'values', 'ports'],
  ...['initiators', 'choose', 'seconds', 'workers'],
]

/** Attacks what is named, if that is an algorithm for shared memory; the exit code, null if it is none. Throws an InputError. */
export async function attackedShared(name: string, options: SharedAttackOptions): Promise<number | null> {
  const algorithm = await loadSharedAlgorithm(name)
  if (algorithm !== null) return attacked(algorithm, options)
  if (options.passages === undefined && options.maxSteps === undefined) return null
  const own = options.passages === undefined ? 'max-steps' : 'passages'
  throw new InputError(`--${own} is for algorithms for shared memory; ${name} passes messages`)
}

function attacked(algorithm: AnySharedAlgorithm, options: SharedAttackOptions): number {
  const given = foreign.find((key) => Object.hasOwn(options, key))
  if (given !== undefined)
    throw new InputError(
      `${algorithm.name} runs on shared memory, where --${given} has no meaning; there are --n, --objective, ${
        isSharedObject(algorithm) ? '--workload' : '--passages'
      }, --runs, --seeds, --strategy, --max-steps, --exact, --record, --json`,
    )
  const { n = algorithm.requires.size, seed, seeds, passages, record: file = null, json } = options
  if (n === undefined) throw new InputError(`${algorithm.name} needs --n, the number of processors`)
  const { workload } = workloadPart(options)
  const attack = {
    ...{ n, passages, workload },
    objective: options.objective ?? (isSharedObject(algorithm) ? 'operation:steps' : 'passage:cc'),
    runs: options.runs ?? 2000,
    strategies: options.strategy?.split(',').map((one) => one.trim()),
    stepsMax: options.maxSteps,
  }
  const searches: SharedAttackResult[] = []
  while (searches.length < seeds && searches.every(({ violation }) => violation === null))
    searches.push(attackShared(algorithm, { ...attack, seed: seed + searches.length }))
  const found = searches.reduce((a, b) => (b.violation !== null || b.best > a.best ? b : a))
  const recorded = recordSharedAttack(algorithm, attack, found, moduleOfShared(algorithm))
  if (file !== null) writeRecord(recorded.blocks, file)
  const exact = options.exact === undefined ? null : exactCost(algorithm, attack, found, options.exact)
  const told = { algorithm, n, found, searches, recorded, exact, file, seed }
  process.stdout.write(json ? `${JSON.stringify(sharedAttackJson(told))}\n` : describeSharedAttack(told))
  const broken = recorded.judgements.some(({ verdict }) => verdict === 'violated')
  return broken || found.violation !== null ? exitCodes.violated : exitCodes.ok
}

/** The largest cost over all interleavings; of a lock, of any number of passages unless it is said how many. */
function exactCost(
  algorithm: AnySharedAlgorithm,
  { n, passages }: { readonly n: number; readonly passages: number | undefined },
  { objective, calls }: SharedAttackResult,
  states: number,
): LargestCost | null {
  const { extremes } = isSharedObject(algorithm)
    ? exploreObject(algorithm, { n, calls, states })
    : exploreShared(algorithm, { n, states, ...(passages !== undefined && { passages }) })
  return (extremes as Readonly<Record<string, LargestCost>>)[objective] ?? null
}
