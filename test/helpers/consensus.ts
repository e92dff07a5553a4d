import assert from 'node:assert/strict'
import type { AnyAlgorithm } from '../../engine/index.ts'
import fc from './property.ts'
import { record, verifyLines } from './record.ts'
import type { Seeded } from './run.ts'

/** A cell of a consensus algorithm: rounds on a complete network. */
export const complete = (parts: Seeded): Seeded => ({
  topology: 'complete',
  timing: 'synchronous',
  ...parts,
})

/** What each processor decides in the end. */
export const decisions = ({ final }: { readonly final: { readonly states: readonly object[] } }) =>
  (final.states as readonly { readonly decided: number | null }[]).map(({ decided }) => decided)

const strategies = ['silent', 'equivocate', 'mutate', 'replay', 'twins', 'random']

/**
 * Cells of which f processors lie, leave out messages or crash; inputs are bits or other numbers, all the same or not.
 * `sizes` are pairs of n and f.
 */
export const lies = (sizes: readonly (readonly [n: number, f: number])[], ways = strategies) =>
  fc
    .record({
      size: fc.constantFrom(...sizes),
      kind: fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(...ways).map((way) => (f: number) => `byzantine:f=${f},strategy=${way}`),
        },
        { weight: 1, arbitrary: fc.constant((f: number) => `omission:f=${f},kind=general`) },
        { weight: 1, arbitrary: fc.constant((f: number) => `crash:f=${f}`) },
      ),
      values: fc.constantFrom('bits', 'random', 'same'),
      seed: fc.nat(1_000_000),
    })
    .map(({ size: [n, f], kind, values, seed }) =>
      complete({
        n,
        f,
        faults: kind(f),
        inputs: `values=${values === 'same' ? new Array(n).fill(1).join('+') : values}`,
        seed,
      }),
    )

/** The same cells, half of them asynchronous, with delays of every kind. */
export const inAnyTime = (cells: fc.Arbitrary<Seeded>): fc.Arbitrary<Seeded> =>
  fc
    .tuple(
      cells,
      fc.constantFrom('', '', '', '', 'constant', 'uniform', 'exponential', 'last-in-first-out', 'per-link'),
    )
    .map(([cell, delay]) => (delay === '' ? cell : { ...cell, timing: 'asynchronous', delay }))

/**
 * Asserts that an execution breaks agreement with one of so many seeds, and that the checker of its record comes to the
 * same and finds nothing wrong with it.
 */
export function assertDisagreement(algorithm: AnyAlgorithm, cell: Seeded, seeds = 1): void {
  for (let seed = 0; seed < seeds; seed++) {
    const { lines, execution } = record(algorithm, { ...cell, seed })
    const { outcome } = execution
    if (outcome.kind !== 'violated' || outcome.property !== 'agreement') continue
    const { shows, first_error } = verifyLines(lines, algorithm)
    assert.equal(first_error, null)
    assert.deepEqual(shows!.broken, { property: 'agreement', reason: outcome.reason, where: outcome.where })
    return
  }
  assert.fail(`all agree in ${seeds} executions`)
}
