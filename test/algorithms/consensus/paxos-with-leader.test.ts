import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paxosWithLeader } from '../../../algorithms/index.ts'
import type { AnyAlgorithm, FaultSpec } from '../../../engine/index.ts'
import { decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

const algorithm = paxosWithLeader as AnyAlgorithm

const five = (parts: Partial<Seeded>): Seeded => ({
  topology: 'complete',
  n: 5,
  delay: 'constant',
  inputs: 'ids=ascending,values=10+11+12+13+14',
  seed: 1,
  ...parts,
})

test('five processors that all propose begin one ballot, that of the leader: 20 messages, decided at 4 and 5', () => {
  // By hand: to each of the four others prepare, accept and decide; from each promise and accepted. Without mistakes the first
  // processor leads.
  const judged = runCell(algorithm, five({}))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 20)
  assert.deepEqual(judged.execution.measures.marks.decided, { first: 4, last: 5 })
  assert.deepEqual(decisions(judged.execution), [10, 10, 10, 10, 10])
})

test('when the leader crashes before it decides, the next one finishes what it began', () => {
  // By hand: p_0 sends what it would have accepted at 2 and crashes in this step; all others accept 10 at 3. p_1, the leader
  // from 3 on, begins its ballot once it has waited, and proposes 10.
  const judged = runCell(algorithm, five({ faults: 'crash:given=0@2/all' }))
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution), [null, 10, 10, 10, 10])
})

const faultsOf = [
  'none',
  'crash:f=F,by=9',
  'recover:f=2,times=2,by=20',
  'loss:rate=0.2',
  'partition:from=3,to=20',
]
const doubts = ['', 'suspicion:until=30,rate=0.6', 'suspicion:until=60,rate=0.9,stretch=1,latency=5']

test('all claims and properties hold with any delays, faults and mistakes about who leads, in 200 random executions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom('uniform', 'pareto', 'exponential', 'constant'),
      fc.constantFrom(...faultsOf),
      fc.constantFrom(...doubts),
      fc.nat(100_000),
      (n, delay, fault, doubt, seed) => {
        const kinds = [fault.replace('F', String((n - 1) >> 1)), doubt].filter((kind) => kind !== '')
        const faults = (kinds.length === 2 && fault === 'none' ? doubt : kinds.join('+')) as FaultSpec
        const judged = runCell(algorithm, five({ n, delay, faults, inputs: 'values=random', seed }))
        assert.deepEqual(violations(judged), [])
      },
    ),
    { numRuns: 200 },
  )
})

test('with a leader that all know, fewer ballots are begun than without', () => {
  const ballots = ({ states }: { readonly states: readonly object[] }) =>
    (states as readonly { readonly round: number }[]).reduce((sum, { round }) => sum + round, 0)
  // Nobody but the leader begins any, so one is enough where nothing fails.
  for (let seed = 0; seed < 20; seed++)
    assert.equal(ballots(runCell(algorithm, five({ delay: 'uniform', seed })).execution.final), 1)
})

test('records of leaders that disturb each other are accepted', () => {
  for (let seed = 0; seed < 10; seed++) {
    const faults = 'recover:f=2,times=2,by=20+suspicion:until=30,rate=0.6' as const
    const { lines } = record(algorithm, five({ faults, seed }))
    assert.equal(verifyLines(lines, algorithm).first_error, null)
  }
})

test('where half have crashed, nobody decides, and the execution ends all the same', () => {
  const { outcome, final } = runCell(
    algorithm,
    five({ n: 4, faults: 'crash:given=0@0+1@0', inputs: 'values=random' }),
  ).execution
  assert.equal(outcome.kind === 'violated' && outcome.property, 'termination')
  assert.deepEqual(decisions({ final }), [null, null, null, null])
})
