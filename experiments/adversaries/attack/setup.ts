import {
  type AnyAlgorithm,
  type AttackOptions,
  assertAttackable,
  type Cell,
  type Choosable,
  type ComputedInstance,
  callsFor,
  choicesFor,
  InputError,
  parseInputs,
} from '../../../engine/index.ts'
import { CellBuilder } from '../../cell/index.ts'
import { readChunks } from '../../files/read-chunks.ts'
import { readFile } from '../../files/read-file.ts'
import { loadAlgorithm } from '../../loading/load.ts'
import { loadCell } from '../../loading/load-specs.ts'
import { loadObjective } from './load-objective.ts'

/** A search, as data: from it each worker makes the same problem. */
export interface AttackSetup {
  /** The algorithm's name, or the path of a module: ./mine.ts#name. */
  readonly algorithm: string
  /** The instance, where the adversary does not choose it; delays play no part. */
  readonly cell: Cell
  /** Determines what is drawn in the search; the cell's seed determines what is drawn of the instance. */
  readonly seed: number
  /** The name of an objective, or the path of a module. */
  readonly objective: string
  /** What the adversary chooses; null: all that it may and that the cell leaves open. */
  readonly choose: readonly Choosable[] | null
  /** Whether the cell's wake-ups were asked for. */
  readonly wakesGiven: boolean
  /** Null: all. */
  readonly strategies: readonly string[] | null
  /** A run that sends more counts for nothing. */
  readonly messagesMax: number
  /** Whether safety properties are checked after every event. */
  readonly check: 'every' | 'final'
}

/** A search that can begin. */
export interface PreparedAttack {
  readonly algorithm: AnyAlgorithm
  readonly problem: ComputedInstance
  /** How the instance was made, where the adversary does not choose it. */
  readonly inputs: string
  readonly options: AttackOptions & { readonly choose: readonly Choosable[] }
}

/** Makes a search concrete. Throws an InputError if it makes no sense. */
export async function prepareAttack(setup: AttackSetup): Promise<PreparedAttack> {
  const { seed, strategies, messagesMax, check } = setup
  const cell = await loadCell(setup.cell)
  const algorithm = await loadAlgorithm(setup.algorithm)
  const objective = await loadObjective(setup.objective, algorithm)
  const { instance: problem } = new CellBuilder(readFile, readChunks).prepareInstance(algorithm, cell)
  const choose = chosen(setup, choicesFor(algorithm, problem))
  const calls = callsFor(algorithm, problem, cell)
  const options = { objective, seed, choose, messagesMax, check, calls, ...(strategies && { strategies }) }
  assertAttackable(algorithm, problem, options)
  return { algorithm, problem, inputs: cell.inputs, options }
}

/** What the adversary chooses: what it was told, or what is fair and not given. */
function chosen({ choose, cell, wakesGiven }: AttackSetup, fair: readonly Choosable[]): readonly Choosable[] {
  const { given } = parseInputs(cell.inputs)
  const isGiven = (name: Choosable): boolean => (name === 'wakeup' ? wakesGiven : Object.hasOwn(given, name))
  const both = choose?.find(isGiven)
  if (both !== undefined)
    throw new InputError(
      `${both} cannot be both given and chosen; leave it out of --choose, or do not give it`,
    )
  return choose ?? fair.filter((name) => !isGiven(name))
}
