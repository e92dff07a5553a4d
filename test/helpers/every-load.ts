import { type AnyAlgorithm, delays } from '../../engine/index.ts'
import { runCell, violations } from './run.ts'

/** Delays that need more than a name. */
const special = /^(distance|worst|matrix|sampled|table)$/

/**
 * What an algorithm with a service violates on a complete graph, with every delay, in rounds, and with these loads and
 * sizes; empty if all is well.
 */
export function violationsUnderEveryLoad(
  algorithm: AnyAlgorithm,
  loads: readonly string[],
  sizes: readonly number[],
  seeds: readonly number[] = [1, 2],
): string[] {
  const names = delays.entries.map(({ name }) => name).filter((name) => !special.test(name))
  const timings = [
    ...names.map((delay) => ({ delay, timing: 'asynchronous' }) as const),
    { delay: null, timing: 'synchronous' } as const,
  ]
  return sizes.flatMap((n) =>
    loads.flatMap((workload) =>
      timings.flatMap((timing) =>
        seeds.flatMap((seed) =>
          violations(runCell(algorithm, { topology: 'complete', n, workload, seed, ...timing })).map(
            (found) => `${workload}, ${timing.delay ?? 'in rounds'}, n = ${n}, seed ${seed}: ${found}`,
          ),
        ),
      ),
    ),
  )
}
