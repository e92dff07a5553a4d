import { InputError } from '../errors.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import type { WorkloadContext } from './workload.ts'

/** The parameters that say which processors are asked; without them, all are. */
export const whoParameters = {
  k: { kind: 'integer', min: 1, description: 'how many processors are asked, chosen at random' },
  processors: { kind: 'text', description: 'the processors that are asked, such as 0+3' },
} as const

/** Which processors are asked, by processor. Throws an InputError. */
export function whoIsAsked(
  name: string,
  { values: { k, processors }, n, stream }: Pick<WorkloadContext, 'values' | 'n' | 'stream'>,
): (processor: number) => boolean {
  if (processors !== undefined) {
    if (k !== undefined)
      throw new InputError(`workload ${name}: processors and k say the same thing; use one`)
    const where = `workload ${name}: processors=${processors}`
    const list = parseIntegerList(String(processors), n - 1, where)
    assertDistinct(list, where)
    const set = new Set(list)
    return (processor) => set.has(processor)
  }
  if (k === undefined) return () => true
  if ((k as number) > n) throw new InputError(`workload ${name}: k=${k}, but there are only ${n} processors`)
  const set = new Set(stream.permutation(n).subarray(0, k as number))
  return (processor) => set.has(processor)
}
