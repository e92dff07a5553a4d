import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dolevStrong,
  eigByzantine,
  hotstuff,
  oralMessages,
  phaseKing,
  phaseKingOptimal,
} from '../../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  faultModel,
  hexagon,
  runScript,
  scriptedRun,
} from '../../../../../engine/index.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

const glued = (algorithm: unknown, n: number, f: number) =>
  hexagon(algorithm as AnyAlgorithm, completeInstance(n, f), faultModel(`byzantine:f=${f}`, n))

for (const [algorithm, n, f] of [
  [eigByzantine, 3, 1],
  [oralMessages, 3, 1],
  [phaseKing, 3, 1],
  [phaseKingOptimal, 3, 1],
  [phaseKingOptimal, 6, 2],
  [phaseKingOptimal, 5, 2],
] as const)
  test(`of the three views of the hexagon one breaks ${algorithm.name}, n = ${n}, f = ${f}`, () => {
    const { groups, decisions, views } = glued(algorithm, n, f)
    assert.ok(groups.every((group) => group.length <= f))
    assert.ok(views.some(({ broken }) => broken !== null))
    // Whoever does not lie decides in its view as in the hexagon: it sees the same.
    for (const { liars, script, broken } of views) {
      assert.ok(script.liars.length <= f)
      if (broken !== null) continue
      const any = algorithm as AnyAlgorithm
      const { execution } = runScript(any, scriptedRun(any, completeInstance(n, f), script))
      const copy = (g: number) => (liars === 0 ? 0 : liars === 2 ? 1 : g === 0 ? 1 : 0)
      for (const [g, group] of groups.entries())
        if (g !== liars)
          for (const p of group)
            assert.equal(
              String((execution.final.states[p] as { decided: unknown }).decided),
              decisions[g]![copy(g)],
            )
    }
  })

test('signatures, more processors and algorithms without rounds are not what the theorem is about', () => {
  assert.throws(() => glued(eigByzantine, 4, 1), /3 ≤ n ≤ 3f processors; here n = 4, f = 1/)
  assert.throws(() => glued(dolevStrong, 3, 1), /dolev-strong has signatures/)
  assert.throws(() => glued(hotstuff, 3, 1), /hotstuff is not written in rounds/)
})
