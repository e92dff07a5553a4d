import { type AnyAlgorithm, type Cell, faultModel } from '../../../engine/index.ts'
import { loadAlgorithm } from '../../loading/load.ts'
import { prepareFaults } from '../faults/index.ts'
import { isInRounds } from './asked.ts'
import { lookInRounds } from './in-rounds.ts'
import type { ResilienceCell, System } from './system.ts'
import { lookWithDelays } from './with-delays.ts'

/** Says of a system whether it is safe, as far as can be seen. Throws an InputError. */
export async function look(system: System): Promise<ResilienceCell> {
  const { algorithm: name, n, f, seed, faults: kind } = system
  const algorithm = await loadAlgorithm(name)
  const model = faultModel(specOf(kind ?? worstOf(algorithm), f), n)
  if (!isInRounds(algorithm)) return lookWithDelays(algorithm, system, model)
  const cell: Cell = {
    ...{ algorithm: name, timing: 'synchronous', topology: 'complete', n, delay: null, wakeup: 'all', f },
    ...{ faults: model.spec, inputs: 'ids=ascending,ports=sorted', replicate: 0, seed },
  }
  return lookInRounds(await prepareFaults({ algorithm: name, cell, inputs: 'all', beyond: true }), system)
}

/** The worst kind of faults that an algorithm tolerates; crashes, if none. */
export const worstOf = ({ tolerates = [] }: AnyAlgorithm): string =>
  ['byzantine', 'omission'].find((kind) => tolerates.some((one) => one === kind)) ?? 'crash'

/** Kinds that have no f are refused by what they are. */
function specOf(kind: string, f: number): string {
  faultModel(kind, Number.MAX_SAFE_INTEGER)
  return kind.includes(':') ? `${kind},f=${f}` : `${kind}:f=${f}`
}
