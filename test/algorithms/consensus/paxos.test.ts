import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paxos, paxosWithLeader } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, execute, prepareCell } from '../../../engine/index.ts'
import { decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { cellOf, runCell, type Seeded, violations } from '../../helpers/run.ts'

const algorithm = paxos as AnyAlgorithm

/** Five kinds of trouble, several at once. */
const trouble = [
  'none',
  'crash:f=2,by=20',
  'recover:f=5,by=40,down=10,times=3',
  'loss:rate=0.2+duplicate:rate=0.2',
  'recover:f=2,by=20+loss:rate=0.1+partition:from=3,to=30',
]

const duel = (parts: Partial<Seeded>): Seeded => ({
  topology: 'complete',
  n: 5,
  delay: 'pareto',
  inputs: 'values=random',
  wakeup: 'all',
  seed: 1,
  ...parts,
})

test('one proposer of five decides at time 4, all others at 5, with 20 messages', () => {
  // By hand: to each of the four others prepare, accept and decide; from each promise and accepted.
  const judged = runCell(algorithm, duel({ wakeup: 'root', delay: 'constant' }))
  assert.deepEqual(violations(judged), [])
  const { measures } = judged.execution
  assert.equal(measures.messages, 20)
  assert.deepEqual(measures.marks.decided, { first: 4, last: 5 })
})

test('two duelling proposers: the later ballot wins and proposes what the earlier may have decided', () => {
  // By hand, unit delays, p_0 and p_2 wake together, ballots (1, 0) and (1, 2): all promise (1, 2) in the end, which alone is
  // accepted; p_0, which has promised it, gives its own up.
  const judged = runCell(
    algorithm,
    duel({
      n: 3,
      delay: 'constant',
      inputs: 'ids=0+1+2,values=10+11+12',
      wakeup: 'given:0+2',
    }),
  )
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution), [12, 12, 12])
})

test('all claims and properties hold with any delays, proposers and faults, in 300 random executions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom('uniform', 'pareto', 'exponential', 'constant'),
      fc.constantFrom('all', 'root', 'staggered'),
      fc.constantFrom('none', 'crash:f=(n-1)/2,by=9', 'recover:f=n,times=2', ...trouble.slice(3)),
      fc.nat(100_000),
      (n, delay, wakeup, spec, seed) => {
        const faults = spec.replace('f=2', 'f=1').replace('(n-1)/2', String((n - 1) >> 1))
        assert.deepEqual(violations(runCell(algorithm, duel({ n, delay, wakeup, faults, seed }))), [])
      },
    ),
    { numRuns: 300, seed: 4 },
  )
})

test('records of duels with recovery are accepted', () => {
  for (let seed = 0; seed < 20; seed++) {
    const { lines } = record(algorithm, duel({ faults: trouble[2]!, seed }))
    assert.equal(verifyLines(lines, algorithm).first_error, null)
  }
})

/** Whether an execution breaks agreement with one of a thousand seeds. */
function breaks(broken: Partial<AnyAlgorithm>, faults: string, parts: Partial<Seeded> = {}): boolean {
  const variant = Object.assign(Object.create(algorithm), broken) as AnyAlgorithm
  for (let seed = 0; seed < 1000; seed++) {
    const { outcome } = runCell(variant, duel({ n: 4, faults, seed, ...parts })).execution
    if (outcome.kind === 'violated' && outcome.property === 'agreement') return true
  }
  return false
}

type Some = { n: number; accepted: unknown; promised: unknown; decided: number | null }

test('Paxos with two of four as a majority, with promises that say nothing, or that forgets: none survives 1,000 executions', () => {
  const { initially, uponReceiving } = algorithm as unknown as {
    initially: (input: object) => Some
    uponReceiving: Record<string, (...args: never[]) => void>
  }
  const half = { initially: (input: object) => ({ ...initially(input), n: 3 }) }
  assert.ok(breaks(half as never, 'partition:from=0,to=100,part=0+1'))
  const promise = (p: never, state: never, message: object, from: never) =>
    uponReceiving.promise!(p, state, { ...message, accepted: null } as never, from)
  const forgetful = ({ heard, round, decided }: Record<string, unknown>) => ({ heard, round, decided })
  assert.ok(breaks({ uponReceiving: { ...uponReceiving, promise } } as never, 'loss:rate=0.3', { n: 3 }))
  assert.ok(breaks({ stable: forgetful } as never, 'recover:f=n,by=30,times=5+loss:rate=0.2', { n: 3 }))
})

/** Duels of two proposers, of whom all others hear. */
const duels = [
  { n: 2, wakeup: 'all' },
  { n: 3, wakeup: 'given:0+1' },
  { n: 5, wakeup: 'given:0+4' },
] as const

test('duelling proposers: where delays have no bound, nobody accepts anything for as long as is asked', () => {
  for (const parts of duels)
    for (const messages of [100, 1000, 4000]) {
      const cell = cellOf(algorithm, duel({ ...parts, delay: 'worst:max=1e9' }))
      const { instance, timing } = prepareCell(algorithm, cell, () => '')
      const { outcome, measures, final } = execute(algorithm, instance, timing, {
        seed: 1,
        budget: { messages },
      })
      assert.equal(outcome.kind, 'budget')
      assert.deepEqual(decisions({ final }), Array(parts.n).fill(null))
      assert.equal(measures.messagesByType.accepted ?? 0, 0)
    }
})

test('duelling proposers: where a bound is known to nobody, patience outgrows it, and then all decide', () => {
  for (const parts of duels)
    for (const seed of [1, 2, 3]) {
      const judged = runCell(algorithm, duel({ ...parts, delay: 'worst:max=1000', seed }))
      assert.deepEqual(violations(judged), [])
      // By hand: a proposal of round r is held up for 12 · 2^q, if q is the least round of another. That is less than 1000 up
      // to q = 6, so all others have come to round 7 when one is in time.
      const rounds = judged.execution.final.states.map((state) => (state as { round: number }).round)
      assert.ok(rounds.filter((round) => round >= 7).length >= parts.n - 1, rounds.join())
    }
})

test('the same delays do a leader that all agree on no harm: it begins every ballot, and decides', () => {
  for (const { n } of duels)
    for (const seed of [1, 2, 3, 4, 5]) {
      const judged = runCell(
        paxosWithLeader as AnyAlgorithm,
        duel({ n, wakeup: 'all', delay: 'worst:max=1e9', seed }),
      )
      assert.deepEqual(violations(judged), [])
      const rounds = judged.execution.final.states.map((state) => (state as { round: number }).round)
      assert.equal(rounds.filter((round) => round > 0).length, 1)
      assert.equal(new Set(decisions(judged.execution)).size, 1)
      assert.ok(!decisions(judged.execution).includes(null))
    }
})
