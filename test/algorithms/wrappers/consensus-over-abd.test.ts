import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomisedConsensus } from '../../../algorithms/index.ts'
import {
  done,
  type HistoryEvent,
  localCoin,
  type ObjectState,
  over,
  type SharedObject,
  weakSharedCoin,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { historyOf, type Seeded, violations } from '../../helpers/run.ts'

const overAbd = over(randomisedConsensus, 'abd')

const run = (parts: Seeded) => historyOf(overAbd, { topology: 'complete', ...parts })

const delays = ['uniform', 'constant', 'bimodal', 'per-link', 'exponential']

/** What each processor has proposed first, and what it was answered; undefined where it was not. */
function decisions(history: readonly HistoryEvent[]) {
  const proposed = new Map<number, unknown>()
  const decided = new Map<number, unknown>()
  for (const event of history)
    if (event.kind === 'invocation') proposed.set(event.processor, event.argument)
    else if (event.kind === 'response') decided.set(event.processor, event.result)
  return { proposed, decided }
}

test('consensus over ABD: of any processors, a minority of which crash at any time, all others decide, and the same, which was proposed', () => {
  const runs = fc.record({
    values: fc.array(fc.nat(1), { minLength: 2, maxLength: 5 }),
    crashes: fc.array(fc.record({ p: fc.nat(4), time: fc.nat(60) }), { maxLength: 2 }),
    delay: fc.constantFrom(...delays),
    seed: fc.nat(100_000),
  })
  fc.assert(
    fc.property(runs, ({ values, crashes, delay, seed }) => {
      const n = values.length
      const crashing = new Map(crashes.slice(0, (n - 1) >> 1).map(({ p, time }) => [p % n, time]))
      const given = [...crashing].map(([p, time]) => `${p}@${time}`).join('+')
      const judged = run({
        n,
        seed,
        delay,
        workload: `given:${values.map((value, p) => `${p}.propose(${value})@0`).join('+')}`,
        ...(given !== '' && { faults: `crash:given=${given}` }),
      })
      assert.deepEqual(violations(judged), [])
      const { proposed, decided } = decisions(judged.history)
      for (let p = 0; p < n; p++) assert.ok(crashing.has(p) || decided.has(p), `p_${p} decides`)
      const answers = new Set(decided.values())
      assert.ok(answers.size <= 1, 'agreement')
      for (const answer of answers) assert.ok([...proposed.values()].includes(answer), 'validity')
    }),
    { numRuns: 300 },
  )
})

test('those who propose the same decide it without a coin: three writes and two collects each, if nobody is found to have decided', () => {
  // By hand, for two that take turns: 3 writes of 2(n − 1) = 2 messages, and two reads of 4(n − 1) = 4 in each of two collects. Who
  // collects when the other has decided ends there.
  for (let seed = 0; seed < 20; seed++) {
    const { execution, history } = run({
      n: 2,
      seed,
      delay: 'constant',
      workload: 'given:0.propose(1)@0+1.propose(1)@0',
    })
    assert.deepEqual([...decisions(history).decided.values()], [1, 1])
    assert.ok(execution.measures.messages <= 2 * (3 * 2 + 4 * 4))
  }
})

test('with a majority crashed nobody decides, and everybody waits', () => {
  for (let seed = 0; seed < 50; seed++) {
    const { execution, history } = run({ n: 5, seed, workload: 'once', faults: 'crash:given=2@0+3@0+4@0' })
    assert.equal(decisions(history).decided.size, 0)
    assert.equal(execution.outcome.kind, 'violated')
    assert.match(
      (execution.outcome as { reason: string }).reason,
      /asked for propose at .* and never answers$/,
    )
  }
})

test('whoever has decided has crashed in vain: those left decide the same', () => {
  // p_0 is alone and decides 1; it crashes long before p_1 and p_2 are asked.
  for (let seed = 0; seed < 50; seed++) {
    const { history } = run({
      n: 3,
      seed,
      workload: 'given:0.propose(1)@0+1.propose(0)@200+2.propose(0)@200',
      faults: 'crash:given=0@150',
    })
    assert.deepEqual(Object.fromEntries(decisions(history).decided), { 0: 1, 1: 1, 2: 1 })
  }
})

test('coins over ABD are fair enough: of 200 flips of each of two processors, between 70 and 130 show 1', () => {
  const variables = () => ({ coin: localCoin() })
  const coin = {
    name: 'own-coin',
    service: weakSharedCoin,
    requires: {},
    variables,
    initially: () => ({}),
    operations: {
      flip: {
        1: (s, { coin }) =>
          coin.flip((side) => {
            s.answer = side
            return done
          }),
      },
    },
    guarantees: 'linearizable',
    progress: 'wait-free',
  } satisfies SharedObject<ObjectState, typeof variables, 'flip'>
  const { history, execution } = historyOf(over(coin as SharedObject, 'abd'), {
    ...{ topology: 'complete', n: 2, seed: 1, workload: 'closed:operations=200' },
  })
  // A fair coin leaves these bounds, 4.2 standard deviations away, once in 40,000 times. A flip needs nobody.
  for (const p of [0, 1]) {
    const shown = history.filter(({ kind, processor }) => kind === 'response' && processor === p)
    const ones = shown.filter((event) => event.kind === 'response' && event.result === 1).length
    assert.ok(shown.length === 200 && ones >= 70 && ones <= 130, `${ones} of ${shown.length}`)
  }
  assert.equal(execution.measures.messages, 0)
})
