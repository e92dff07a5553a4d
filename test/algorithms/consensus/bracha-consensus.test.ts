import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeOf, mayMake } from '../../../algorithms/consensus/bracha-votes.ts'
import { brachaConsensus } from '../../../algorithms/index.ts'
import { altering } from '../../../engine/faults/strategies/altering.ts'
import { type AnyAlgorithm, execute, FaultPlan, type Message, prepareCell } from '../../../engine/index.ts'
import { complete, decisions, inAnyTime, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { cellOf, runCell, violations } from '../../helpers/run.ts'

const algorithm = brachaConsensus.with('')

test('four of the same bit decide it in nine rounds, and send 648 messages', () => {
  // By hand: three votes a phase, each a reliable broadcast of 3 rounds and 27 messages; 4 processors, 3 votes, 2 phases.
  const judged = runCell(algorithm, complete({ n: 4, f: 1, inputs: 'values=1+1+1+1', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 4 * 3 * 2 * 27)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 9, last: 9 } })
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1])
})

test('agreement, validity, termination and all claims hold under 150 random lies, omissions and crashes, in any time', () => {
  const sizes = [
    [2, 0],
    [3, 0],
    [4, 1],
    [5, 1],
    [7, 2],
  ] as const
  let phases = 0
  fc.assert(
    fc.property(inAnyTime(lies(sizes)), (cell) => {
      const judged = runCell(algorithm, cell)
      assert.deepEqual(violations(judged), [])
      phases = Math.max(phases, algorithm.columns!.phases!.read(judged.execution.final) as number)
    }),
    { numRuns: 150, seed: 3 },
  )
  assert.ok(phases > 1, `${phases}`)
})

test('with n = 3f a silent processor stops all', () => {
  // Of three, more than (3 + 1)/2 = 2 must echo a vote, and one is silent.
  const faults = 'byzantine:processors=2,strategy=silent'
  const { outcome } = runCell(
    algorithm,
    complete({ n: 3, f: 1, inputs: 'ids=ascending', faults, seed: 1 }),
  ).execution
  assert.match(JSON.stringify(outcome), /"violated".*termination/)
})

/** How many of so many executions end in a decision that nobody correct wanted: three want 1, and one says the contrary. */
function invalid(of: AnyAlgorithm, seeds: number): number {
  const contrary = () => altering((message) => flipped(message as Message & { value: number }))
  let count = 0
  for (let seed = 0; seed < seeds; seed++) {
    const inputs = 'ids=ascending,values=1+1+1+1'
    const cell = cellOf(of, complete({ n: 4, f: 1, inputs, timing: 'asynchronous', delay: 'uniform', seed }))
    const { instance, timing } = prepareCell(of, cell, () => '')
    const faults = new FaultPlan([{ liars: new Map([[3, contrary()]]) }])
    const { outcome } = execute(of, instance, timing, { seed, faults, budget: { messages: 20_000 } })
    if (of === algorithm) assert.equal(outcome.kind, 'quiescent', JSON.stringify(outcome))
    if (outcome.kind === 'violated' && outcome.property === 'validity') count++
  }
  return count
}

/** Its own votes, the same to everyone, are those of the other bit. */
const flipped = (message: Message & { value: number }): Message & { value: number } =>
  message.type === 'initial' ? { ...message, value: message.value ^ 1 } : message

test('a vote that follows from nothing is not counted; where it is, three that want 1 may decide 0', () => {
  // Of the votes 1, 1, 0 of the second step no bit has more than 4/2, so that nobody proposes 1 and coins are flipped.
  assert.equal(invalid(algorithm, 40), 0)
  assert.ok(invalid(brachaConsensus.with('justified=no'), 40) > 0)
})

test('a vote is justified just if some n − f votes of the step before make it', () => {
  // Held against all ways to choose n − f of up to n votes, the sender's own among its second step.
  for (const [n, f] of [
    [4, 1],
    [5, 1],
    [7, 2],
  ] as const) {
    const k = n - f
    for (const step of [1, 2, 3] as const)
      for (const counts of countsUpTo(n, step === 3 ? 3 : 2))
        for (const [own, value] of pairs(step === 2 ? 4 : 2)) {
          const made = chosenFrom(counts, k).map((some) => madeOf(step, some, own, { n, f }))
          const expected = made.includes(value) || (step === 3 && made.includes(null))
          const name = `step ${step}, n = ${n}, votes ${counts}, value ${value}`
          assert.equal(mayMake(step, counts, own, value, { n, f }), expected, name)
        }
  }
})

/** A bit of the sender's own, and a vote. */
const pairs = (votes: number): (readonly [own: number, value: number])[] =>
  [0, 1].flatMap((own) => Array.from({ length: votes }, (_, value) => [own, value] as const))

type Four = [number, number, number, number]

/** Votes of each kind, n in all at most; correct processors propose but one bit. */
function countsUpTo(n: number, kinds: number): Four[] {
  const found: Four[] = []
  for (let a = 0; a <= n; a++)
    for (let b = 0; a + b <= n; b++)
      for (let c = 0; a + b + c <= (kinds === 3 ? n : a + b); c++) found.push([a, b, c, 0])
  return found
}

function chosenFrom([a, b, c, d]: Four, k: number): Four[] {
  const found: Four[] = []
  for (let i = 0; i <= a; i++)
    for (let j = 0; j <= b; j++)
      for (let l = 0; l <= c; l++)
        if (k - i - j - l >= 0 && k - i - j - l <= d) found.push([i, j, l, k - i - j - l])
  return found
}
