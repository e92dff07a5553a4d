import type { Random } from '../random.ts'

/** The laws that pauses follow. */
export const pauseLaws = ['fixed', 'exponential', 'uniform'] as const

/** A pause of this mean: always the same, exponential, or uniform between 0 and twice the mean. */
export function pause(law: string, mean: number, stream: Random): number {
  if (mean === 0 || law === 'fixed') return mean
  const draw = stream.uniformPositive()
  return mean * (law === 'uniform' ? 2 * draw : -Math.log(draw))
}
