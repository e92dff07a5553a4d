import {
  type AnyAlgorithm,
  assertRequirements,
  type Cell,
  executeOnMemory,
  InputError,
  type Judgement,
  judge,
  type MemoryExecution,
  type OnMemory,
  over,
  type PreparedInstance,
  prepareInstance,
  schedulers,
} from '../../engine/index.ts'
import type { SeenStep } from './own-model.ts'
import { cellOf, type Seeded } from './run.ts'

/** The schedulers that let everybody go on, by their names. */
export const fairSchedulers = schedulers.entries
  .filter(({ starves }) => starves !== true)
  .map(({ name }) => name)

/** The algorithm over registers; null if it does not run there. */
export function overRegisters(algorithm: AnyAlgorithm): AnyAlgorithm | null {
  try {
    return over(algorithm, 'registers')
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/** A run of an algorithm over registers, judged, with all its steps. */
interface RunOverRegisters extends PreparedInstance, MemoryExecution {
  readonly cell: Cell
  readonly judgements: readonly Judgement[]
  readonly steps: readonly SeenStep[]
}

/** Runs an algorithm that is over registers in a cell, whose delay is a scheduler. */
export function runOverRegisters(wrapped: AnyAlgorithm, parts: Seeded): RunOverRegisters {
  const cell = cellOf(wrapped, { delay: 'random', ...parts, timing: 'asynchronous' })
  const prepared = prepareInstance(wrapped, { ...cell, delay: null }, () => '')
  assertRequirements(wrapped, prepared.instance, 'asynchronous')
  const steps: SeenStep[] = []
  const executed = executeOnMemory(wrapped, prepared.instance, {
    scheduler: cell.delay!,
    seed: cell.seed,
    steps: 1_000_000,
    listener: {
      step({ processor, state }) {
        const { taken } = state as OnMemory & { readonly taken: readonly number[] }
        steps.push({ processor, taken: [...taken] })
      },
    },
  })
  const judgements = judge(wrapped, prepared.setting, executed.execution)
  return { ...prepared, ...executed, cell, judgements, steps }
}
