import { z } from 'zod'
import { InputError } from '../../engine/index.ts'
import { type BenchResults, benchFormat } from './measurement.ts'

const schema = z.object({
  format: z.literal(benchFormat),
  node: z.string(),
  processor: z.string(),
  measurements: z.array(
    z.object({
      workload: z.string(),
      title: z.string(),
      queue: z.string().nullable(),
      messages: z.number().positive(),
      milliseconds: z.number().positive(),
      messages_per_second: z.number().positive(),
      ratio: z.number().positive().nullable(),
    }),
  ),
})

/** Reads what --out wrote. Throws an InputError, which names the file, if it is something else. */
export function parseBaseline(text: string, path: string): BenchResults {
  const refuse = (reason: string): never => {
    throw new InputError(`${path} is no baseline, which “admissible bench --out FILE” writes: ${reason}`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    refuse('it is not JSON')
  }
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const { path: keys, message } = error.issues[0]!
  return refuse(`${keys.length === 0 ? '' : `${keys.join('.')}: `}${message}`)
}

/** Throws an InputError if none of the workloads is in the baseline. */
export function assertComparable(
  { measurements }: BenchResults,
  workloads: readonly { readonly name: string }[],
  path: string,
): void {
  if (measurements.some(({ workload }) => workloads.some(({ name }) => name === workload))) return
  const known = [...new Set(measurements.map(({ workload }) => workload))].join(', ') || 'none'
  throw new InputError(`${path} has none of the workloads to be measured; it has ${known}`)
}
