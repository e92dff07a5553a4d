import assert from 'node:assert/strict'
import { test } from 'node:test'
import { earlyStopping, floodset } from '../../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  brokenBy,
  failuresIn,
  faultModel,
  roundChain,
  runScript,
  scriptedRun,
} from '../../../../../engine/index.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

const chainOf = (algorithm: unknown, n: number, f: number, told: number) =>
  roundChain(algorithm as AnyAlgorithm, completeInstance(n, told), faultModel(`crash:f=${f}`, n))

test('each execution of the chain looks to a processor that is left like the one before, and no round has two crashes', () => {
  const { links } = chainOf(floodset, 4, 2, 1)
  assert.deepEqual(links[0]!.script.values, [0, 0, 0, 0])
  assert.deepEqual(links.at(-1)!.script.values, [1, 1, 1, 1])
  const ends = links.map(({ script }) => {
    const { execution } = runScript(
      floodset as AnyAlgorithm,
      scriptedRun(floodset as AnyAlgorithm, completeInstance(4, 1), script),
    )
    // Those who have crashed are left out. Safety may end it before its time, so what counts is what they know.
    const gone = script.crashes.map(({ processor }) => processor)
    return execution.final.states.map((state, p) =>
      gone.includes(p) ? null : JSON.stringify((state as { known: unknown }).known),
    )
  })
  for (const [i, end] of ends.entries()) {
    const { crashes } = links[i]!.script
    assert.equal(new Set(crashes.map(({ round }) => round)).size, crashes.length)
    assert.ok(failuresIn(links[i]!.script) <= 2)
    if (i > 0)
      assert.ok(
        end.some((known, p) => known !== null && known === ends[i - 1]![p]),
        `execution ${i}`,
      )
  }
})

test('with f rounds FloodSet goes wrong on the chain, where the decision turns from 0 to 1', () => {
  const { links, broken } = chainOf(floodset, 4, 2, 1)
  const { script } = links[broken!]!
  assert.equal(brokenBy(floodset as AnyAlgorithm, completeInstance(4, 1), script)!.property, 'agreement')
  assert.deepEqual(links[broken!]!.decisions, [0, 1])
  assert.ok(links.slice(0, broken!).every(({ decisions }) => decisions.join() === '0'))
})

test('who keeps agreement decides in round f + 1 somewhere on the chain', () => {
  for (const algorithm of [floodset, earlyStopping])
    for (const [n, f] of [
      [3, 1],
      [4, 2],
    ] as const) {
      const { links, broken, latest } = chainOf(algorithm, n, f, f)
      assert.deepEqual([broken, links[latest]!.decided], [null, f + 1])
    }
})

test('all but one may crash, or all: the theorem says nothing', () => {
  assert.throws(() => chainOf(floodset, 3, 2, 2), /n ≥ f \+ 2 processors; here n = 3, f = 2/)
  assert.throws(() => chainOf(floodset, 8, 6, 6), /which are too many/)
})
