import assert from 'node:assert/strict'
import { test } from 'node:test'
import { benOr, hotstuff, paxos, twoPhaseCommit } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  InputError,
  recordSchedule,
  stayUndecided,
  timeSchedule,
} from '../../../../engine/index.ts'
import { MessageWorld } from '../../../../engine/worst-case/lower-bounds/bivalence/message-world.ts'
import { exploreDecisions, Valency } from '../../../../engine/worst-case/lower-bounds/bivalence/valency.ts'
import { firstDecides } from '../../../helpers/first-decides.ts'
import { verifyLines } from '../../../helpers/record.ts'
import { withoutCoins } from '../../../helpers/without-coins.ts'
import { completeInstance } from '../resilience/on-complete.ts'

const options = { events: 1000, states: 200 }

// The coins of Ben-Or are those of the seed, which the adversary knows: a deterministic protocol, too.
for (const algorithm of [
  benOr as AnyAlgorithm,
  withoutCoins('by-phase', ({ phase }) => phase % 2),
  withoutCoins('contrary', ({ value }) => 1 - value),
])
  test(`${algorithm.name} stays undecided for a thousand events, in which all take their turns`, () => {
    const instance = completeInstance(3, 1)
    const { outcome, values, schedule, ahead } = stayUndecided(algorithm, instance, options)
    assert.equal(outcome, 'undecided')
    assert.ok(schedule.length >= 1000)
    for (const p of [0, 1, 2]) assert.ok(schedule.filter(({ processor }) => processor === p).length >= 300)
    // Both decisions can still be reached.
    assert.deepEqual(Object.keys(ahead), ['0', '1'])
    const begun = instance.with({ values })
    const { lines, execution } = recordSchedule(
      algorithm,
      begun,
      timeSchedule(algorithm, begun, schedule, 'at zero'),
    )
    assert.equal(execution.outcome.kind, 'budget')
    for (const state of execution.final.states) assert.equal((state as { decided: unknown }).decided, null)
    const text = lines.join('').trimEnd().split('\n')
    assert.equal(verifyLines(text, algorithm).first_error, null)
  })

test('a schedule that would take too many steps to find is cut off, and none at all is refused', () => {
  const few = stayUndecided(benOr as AnyAlgorithm, completeInstance(3, 1), { ...options, steps: 2000 })
  assert.deepEqual([few.outcome, few.cut, Object.keys(few.ahead)], ['undecided', true, ['0', '1']])
  assert.ok(few.schedule.length > 0 && few.schedule.length < 1000)
  const whole = stayUndecided(benOr as AnyAlgorithm, completeInstance(3, 1), options)
  assert.equal(whole.cut, false)
  assert.deepEqual(whole.schedule.slice(0, few.schedule.length), few.schedule)
  assert.throws(
    () => stayUndecided(benOr as AnyAlgorithm, completeInstance(3, 1), { ...options, steps: 0 }),
    (error) => error instanceof InputError && /3 processors are too many: .* take fewer/.test(error.message),
  )
})

test('where one processor decides for all, its crash leaves the others undecided in all configurations', () => {
  // The value of the leader is decided: inputs lead to 0 until its own is 1, so no initial configuration is bivalent.
  for (const [algorithm, n] of [
    [hotstuff, 4],
    [twoPhaseCommit, 3],
  ] as const) {
    const { outcome, blocked, initial } = stayUndecided(
      algorithm as AnyAlgorithm,
      completeInstance(n, 1),
      options,
    )
    assert.deepEqual(
      initial.map(({ decisions }) => decisions),
      [...new Array(n).fill([0]), [1]],
    )
    assert.deepEqual([outcome, blocked!.processor, blocked!.after], ['blocked', 0, null])
    assert.equal(blocked!.explored.exhausted, true)
  }
})

test('what can be decided is what exploration finds, on a protocol of two that is small enough to see', () => {
  const world = new MessageWorld(firstDecides, completeInstance(2, 1))
  // Each decides the input of the other: with 0 and 1 both values, with 1 and 1 only 1.
  for (const [values, decisions] of [
    [
      [0, 1],
      [0, 1],
    ],
    [[1, 1], [1]],
  ] as const) {
    const start = world.awake(values)
    // p_0 has its message or not, p_1 has its message or not: four configurations.
    assert.deepEqual(exploreDecisions(world, start, 100), {
      decisions: [...decisions],
      configurations: 4,
      exhausted: true,
    })
    assert.deepEqual([...new Valency(world).of(start).keys()].sort(), [...decisions])
    assert.equal(exploreDecisions(world, start, 2).exhausted, false)
  }
})

test('protocols that know more than messages are not what the theorem is about', () => {
  assert.throws(
    () => stayUndecided(paxos as AnyAlgorithm, completeInstance(3, 1), options),
    (error) => {
      assert.ok(error instanceof InputError)
      assert.match(error.message, /paxos has clocks, so it knows that time passes/)
      return true
    },
  )
})
