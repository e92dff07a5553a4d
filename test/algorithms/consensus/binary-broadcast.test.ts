import assert from 'node:assert/strict'
import { test } from 'node:test'
import { binaryBroadcast } from '../../../algorithms/index.ts'
import { complete, decisions } from '../../helpers/consensus.ts'
import { crashPatterns } from '../../helpers/crash-patterns.ts'
import { runCell, violations } from '../../helpers/run.ts'

const inputs = (bit: number, n: number) =>
  `ids=ascending,values=${[bit, ...new Array(n - 1).fill(9)].join('+')}`

test('of seven processors three may crash: the two bits take five and four messages, nine together', () => {
  // By hand: places 4, 5 and 6 observe; 1 and 3 are told a 1, 2 is told a 0. So 2 + 3 and 1 + 3. Amdur, Weber & Hadzilacos:
  // n + t − 1 = 9 together, ⌈9/2⌉ = 5 at most.
  for (const [bit, messages] of [
    [1, 5],
    [0, 4],
  ] as const) {
    const judged = runCell(binaryBroadcast, complete({ n: 7, f: 3, inputs: inputs(bit, 7), seed: 1 }))
    assert.deepEqual(violations(judged), [])
    assert.equal(judged.execution.measures.messages, messages)
    assert.deepEqual(decisions(judged.execution), new Array(7).fill(bit))
  }
})

test('for all n and f the two bits together take n + f − 1 messages, and neither more than half of them, rounded up', () => {
  for (let n = 2; n <= 9; n++)
    for (let f = 0; f < n; f++) {
      const [zero, one] = [0, 1].map((bit) => {
        const judged = runCell(binaryBroadcast, complete({ n, f, inputs: inputs(bit, n), seed: 1 }))
        assert.deepEqual(violations(judged), [], `${n} ${f}`)
        return judged.execution.measures.messages
      })
      assert.equal(zero! + one!, n + f - 1)
      assert.equal(Math.max(zero!, one!), Math.ceil((n + f - 1) / 2))
    }
})

// Before the last round nobody sends any more: crashes in rounds 0 … f + 1 are all that matter.
for (const [n, f] of [
  [3, 1],
  [3, 2],
  [4, 1],
] as const)
  test(`all is well in all executions of ${n} processors of which ${f} crash, with all subsets of last messages`, () => {
    for (const faults of crashPatterns(n, f, f + 2))
      for (const bit of [0, 1]) {
        const judged = runCell(
          binaryBroadcast,
          complete({ n, f, inputs: `${inputs(bit, n)},ports=sorted`, faults, seed: 1 }),
        )
        assert.deepEqual(violations(judged), [], `${faults}, ${bit}`)
      }
  })

test('without enough observers two that are correct can decide differently', () => {
  // f = 1 of four: the sender tells p_1 a 1 or p_2 a 0, then p_3, which observes. Both crash before they say anything.
  const faults = 'crash:given=0@0+3@0'
  const { outcome } = runCell(
    binaryBroadcast,
    complete({ n: 4, f: 1, inputs: `${inputs(1, 4)},ports=sorted`, faults, seed: 1 }),
  ).execution
  assert.match(JSON.stringify(outcome), /agreement.*p_1 has 0, p_2 has 1/)
})
