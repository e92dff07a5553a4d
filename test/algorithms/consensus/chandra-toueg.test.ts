import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chandraToueg } from '../../../algorithms/index.ts'
import type { AnyAlgorithm } from '../../../engine/index.ts'
import { decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

const algorithm = chandraToueg as AnyAlgorithm

const five = (parts: Partial<Seeded>): Seeded => ({
  topology: 'complete',
  n: 5,
  delay: 'constant',
  inputs: 'ids=ascending,values=10+11+12+13+14',
  seed: 1,
  ...parts,
})

test('five processors decide what the first coordinator has heard first, at time 4, with 32 messages', () => {
  // By hand: four estimates, four proposals, four replies; at 3 the coordinator decides and tells four, each of whom tells
  // four others: 12 + 20 = 32. All estimates are inputs, and the coordinator prefers its own.
  const judged = runCell(algorithm, five({}))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 32)
  assert.deepEqual(judged.execution.measures.marks.decided, { first: 3, last: 4 })
  assert.deepEqual(decisions(judged.execution), [10, 10, 10, 10, 10])
})

test('a coordinator that crashes at once is suspected at time 1, and the next one decides', () => {
  // By hand: p_0 crashes at 0 and tells nobody; all suspect it from 1 on, look at 1, and tell all their estimates of round 2.
  // p_1 has a majority at 2, the others its proposal at 3; it has their replies at 4 and decides, they at 5.
  const judged = runCell(algorithm, five({ faults: 'crash:given=0@0' }))
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution), [null, 11, 11, 11, 11])
  assert.deepEqual(judged.execution.measures.marks.decided, { first: 4, last: 5 })
})

test('a value that a majority has adopted is the only one that later coordinators propose', () => {
  // By hand: p_0 decides 10 at 3 and crashes in this step, telling nobody. The others have adopted 10 and suspect p_0 from 4
  // on, so p_1 proposes 10.
  const judged = runCell(algorithm, five({ faults: 'crash:given=0@3' }))
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution), [10, 10, 10, 10, 10])
})

/** Crashes of a minority, with detectors that are wrong about anybody for a while, and about all but one for ever. */
const mistaken = ['none', 'crash:f=2,by=12'].flatMap((crash) =>
  [
    '',
    'suspicion:until=0',
    'suspicion:until=30,rate=0.6',
    'suspicion:until=60,rate=0.9,stretch=1,latency=5',
  ].map((doubt) => (doubt === '' ? crash : crash === 'none' ? doubt : `${crash}+${doubt}`)),
)

test('all claims and properties hold with any delays, crashes and mistakes, in 300 random executions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom('uniform', 'pareto', 'exponential', 'constant'),
      fc.constantFrom(...mistaken),
      fc.nat(100_000),
      (n, delay, spec, seed) => {
        const faults = spec.replace('f=2', `f=${(n - 1) >> 1}`)
        const cell = five({ n, delay, faults, inputs: 'values=random', seed })
        assert.deepEqual(violations(runCell(algorithm, cell)), [])
      },
    ),
    { numRuns: 300 },
  )
})

test('records with mistakes are accepted, also those of a strong and of a perfect detector', () => {
  for (let seed = 0; seed < 6; seed++)
    for (const given of ['', ',class=P', ',class=S', ',class=◇P']) {
      const faults = `crash:f=2,by=8+suspicion:rate=0.6${given}` as const
      const { lines } = record(algorithm, five({ faults, seed }))
      assert.equal(verifyLines(lines, algorithm).first_error, null)
    }
})

/** Whether an execution breaks agreement with one of a thousand seeds. */
function breaks(broken: Partial<AnyAlgorithm>, parts: Partial<Seeded>): boolean {
  const variant = Object.assign(Object.create(algorithm), broken) as AnyAlgorithm
  for (let seed = 0; seed < 1000; seed++) {
    const { outcome } = runCell(variant, five({ inputs: 'values=random', seed, ...parts })).execution
    if (outcome.kind === 'violated' && outcome.property === 'agreement') return true
  }
  return false
}

test('with two of four as a majority, or without regard to what was adopted last, it does not survive 1,000 executions', () => {
  const { initially, uponReceiving } = algorithm as unknown as {
    initially: (input: object) => object
    uponReceiving: Record<string, (...args: never[]) => void>
  }
  const faults = 'suspicion:until=30,rate=0.6'
  const apart = `partition:from=0,to=100,part=0+1+${faults}` as const
  const half = (input: object) => ({ ...initially(input), n: 3 })
  assert.ok(breaks({ initially: half } as never, { n: 4, faults: apart }))
  const estimate = (p: never, state: never, message: object, from: never) =>
    uponReceiving.estimate!(p, state, { ...message, since: 0 } as never, from)
  assert.ok(
    breaks({ uponReceiving: { ...uponReceiving, estimate } } as never, { n: 3, delay: 'pareto', faults }),
  )
})

test('where half have crashed, nobody decides, and the execution ends all the same', () => {
  const { outcome, final } = runCell(
    algorithm,
    five({ n: 4, faults: 'crash:given=0@0+1@0', inputs: 'values=random' }),
  ).execution
  assert.equal(outcome.kind === 'violated' && outcome.property, 'termination')
  assert.deepEqual(decisions({ final }), [null, null, null, null])
})
