import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floodset } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  createFaults,
  execute,
  Random,
  Streams,
} from '../../../engine/index.ts'
import { crashPatterns } from '../../helpers/crash-patterns.ts'
import { record, shownBy } from '../../helpers/record.ts'

interface Found {
  executions: number
  /** The latest round in which a correct processor decides. */
  latest: number
  messagesMax: number
  /** Faults and inputs of the first execution that breaks a property; null if none does. */
  broken: { readonly faults: string; readonly inputs: readonly number[] } | null
}

/** All executions of FloodSet with inputs 0 and 1 in which at most `crashes` crash, when it is told of f; up to one that breaks it. */
function explore(n: number, f: number, crashes: number): Found {
  const network = buildTopology('complete', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  const found: Found = { executions: 0, latest: 0, messagesMax: 0, broken: null }
  const all = crashPatterns(n, crashes, f + 1)
  for (let bits = 0; bits < 2 ** n; bits++) {
    const inputs = Array.from({ length: n }, (_, p) => (bits >> p) & 1)
    const instance = new ComputedInstance(network, { values: inputs, f })
    for (const faults of all) {
      const plan = createFaults(faults, floodset as AnyAlgorithm, instance, 'synchronous', new Streams(0))
      const { outcome, measures } = execute(
        floodset as AnyAlgorithm,
        instance,
        { kind: 'synchronous' },
        { faults: plan, check: 'final' },
      )
      found.executions++
      found.messagesMax = Math.max(found.messagesMax, measures.messages)
      found.latest = Math.max(found.latest, measures.marks.decided?.last ?? 0)
      if (outcome.kind !== 'terminated') return { ...found, broken: { faults, inputs } }
    }
  }
  return found
}

// By hand, the patterns in which at most f of n crash, with f + 1 rounds in which they send: one processor has
// (f + 1) · 2^(n − 1) ways to crash. For n = 3, f = 1 that is 2 · 4 = 8: 1 + 3 · 8 = 25 patterns, and 8 inputs. For n = 3,
// f = 2 it is 3 · 4 = 12: 1 + 3 · 12 + 3 · 12² = 469. For n = 4, f = 1 it is 2 · 8 = 16: 1 + 4 · 16 = 65, and 16 inputs.
for (const [n, f, executions] of [
  [3, 1, 8 * 25],
  [3, 2, 8 * 469],
  [4, 1, 16 * 65],
] as const)
  test(`FloodSet is safe in all executions of ${n} processors of which ${f} crash, with all subsets of last messages`, () => {
    assert.deepEqual(explore(n, f, f), {
      executions,
      latest: f + 1,
      messagesMax: (f + 1) * n * (n - 1),
      broken: null,
    })
  })

for (const [n, f] of [
  [3, 1],
  [4, 1],
  [4, 2],
] as const)
  test(`with ${f} rounds only, some execution of ${n} processors breaks FloodSet, and it is a legal one`, () => {
    const { broken } = explore(n, f - 1, f)
    assert.ok(broken !== null)
    const cell = { topology: 'complete', n, timing: 'synchronous', f: f - 1, seed: 1 } as const
    const inputs = `values=${broken.inputs.join('+')},ports=sorted`
    const { lines, execution } = record(floodset, { ...cell, inputs, faults: broken.faults })
    assert.equal(execution.outcome.kind, 'violated')
    assert.match(shownBy(lines, floodset), /^agreement: /)
  })

test('where all but one may crash, f rounds are enough: whoever is left agrees with itself', () => {
  // The lower bound of f + 1 rounds needs n ≥ f + 2. A round without a crash is missing only if both crash while they send,
  // and then one processor decides.
  assert.equal(explore(3, 1, 2).broken, null)
})
