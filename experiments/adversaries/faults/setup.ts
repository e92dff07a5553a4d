import {
  type AnyAlgorithm,
  assertRequirements,
  assertWithin,
  type Cell,
  type ComputedInstance,
  type FaultModel,
  faultModel,
  InputError,
  parseInputs,
  timingOfAttack,
} from '../../../engine/index.ts'
import { CellBuilder } from '../../cell/index.ts'
import { readChunks } from '../../files/read-chunks.ts'
import { readFile } from '../../files/read-file.ts'
import { loadAlgorithm } from '../../loading/load.ts'
import { loadCell } from '../../loading/load-specs.ts'

/** A system in which an adversary chooses what fails, as data. */
export interface FaultSetup {
  /** The algorithm's name, or the path of a module: ./mine.ts#name. */
  readonly algorithm: string
  /** Its faults say of which kind they are, and how many processors may fail. */
  readonly cell: Cell
  /** Whether all inputs of zeros and ones are gone through, an adversary chooses them, or they are those of the cell. */
  readonly inputs: 'all' | 'chosen' | 'given'
  /** Whether the algorithm runs also where it guarantees nothing. */
  readonly beyond: boolean
  /** In which executions faults are chosen. Default: in rounds. */
  readonly timing?: 'synchronous' | 'asynchronous' | 'asynchronous if it can'
}

/** The same made concrete. */
export interface FaultSubject {
  readonly algorithm: AnyAlgorithm
  readonly instance: ComputedInstance
  readonly model: FaultModel
  readonly timing: 'synchronous' | 'asynchronous'
  /** The rule by which identifiers are assigned, and why the algorithm guarantees nothing here, if it does not. */
  readonly setting: { readonly identifiers: string; readonly beyond?: string }
  /** The inputs to go through, if not all. */
  readonly inputs?: readonly (readonly number[])[]
}

/** Makes a setup concrete. Throws an InputError if it makes no sense. */
export async function prepareFaults(setup: FaultSetup): Promise<FaultSubject> {
  const algorithm = await loadAlgorithm(setup.algorithm)
  const { timing: asked = 'synchronous' } = setup
  const timing = asked === 'asynchronous if it can' ? timingOfAttack(algorithm) : asked
  const cell: Cell = { ...(await loadCell(setup.cell)), timing }
  const prepared = new CellBuilder(readFile, readChunks).prepareInstance(algorithm, cell)
  const { setting } = prepared
  const delayBounds = algorithm.requires.delayBounds && timing === 'asynchronous' ? { min: 0, max: 1 } : null
  const instance = delayBounds === null ? prepared.instance : prepared.instance.with({ delayBounds })
  const { n } = instance.network
  const model = faultModel(cell.faults, n)
  assertRequirements(algorithm, instance, timing)
  assertWithin(setting, setup.beyond)
  if (setup.inputs === 'all' && n > 12)
    throw new InputError(
      `all inputs of ${n} processors are ${(2 ** n).toLocaleString('en')}, which is too many to go through; give some, such as --values random`,
    )
  return {
    ...{ algorithm, instance, model, timing },
    setting: {
      identifiers: parseInputs(cell.inputs).values.ids,
      ...(setting.beyond !== undefined && { beyond: setting.beyond }),
    },
    ...(setup.inputs === 'given' && { inputs: [Array.from(instance.values)] }),
  }
}
