import assert from 'node:assert/strict'
import { test } from 'node:test'
import { twoPhaseCommit } from '../../../../algorithms/index.ts'
import { type AnyAlgorithm, outlookOf, stayUndecided } from '../../../../engine/index.ts'
import { firstDecides } from '../../../helpers/first-decides.ts'
import { withoutCoins } from '../../../helpers/without-coins.ts'
import { completeInstance } from '../resilience/on-complete.ts'

const options = { events: 12, states: 2000 }

test('where the coordinator decides for all, every other event leaves 1 alone, and only its own leads on', () => {
  // By hand: two-phase commit of three, inputs 1, 1, 1: everybody votes yes, so 1 is all that can be decided, and 0 if p_0
  // has 0. The schedule of the proof has no step of p_0.
  const algorithm = twoPhaseCommit as AnyAlgorithm
  const instance = completeInstance(3, 1)
  const found = stayUndecided(algorithm, instance, options)
  const { initial, values, steps } = outlookOf(algorithm, instance, found, options)
  assert.deepEqual(
    initial.map(({ decisions, proven }) => [decisions, proven]),
    [
      [[0], true],
      [[0], true],
      [[0], true],
      [[1], true],
    ],
  )
  assert.deepEqual(values, [1, 1, 1])
  for (const { now, next } of steps) {
    assert.deepEqual(now, { decisions: [1], proven: true })
    assert.deepEqual(next.filter(({ chosen }) => chosen).length, 1)
    assert.ok(next.every(({ processor, chosen }) => !(processor === 0 && chosen)))
    assert.ok(next.every(({ after }) => after.decisions.join() === '1' && after.proven))
  }
})

test('what would be after each event is what can then be decided, and not only what the schedule comes to', () => {
  // By hand: with inputs 0 and 1, p_0 hears 1 and p_1 hears 0; whoever hears first, the other still decides otherwise. So
  // both events leave two values, and after both two are decided. Message 0 is that of p_0, who wakes first.
  const schedule = [
    { processor: 0, message: 1 },
    { processor: 1, message: 0 },
  ]
  const found = {
    n: 2,
    initial: [],
    outcome: 'disagree',
    values: [0, 1],
    schedule,
    blocked: null,
    ahead: {},
    cut: false,
  } as const
  const { steps } = outlookOf(firstDecides, completeInstance(2, 1), found, options)
  assert.deepEqual(
    steps.map(({ next }) => next.map(({ processor, sender, chosen }) => [processor, sender, chosen])),
    [
      [
        [0, 1, true],
        [1, 0, false],
      ],
      [[1, 0, true]],
    ],
  )
  for (const { now, next } of steps)
    for (const known of [now, ...next.map(({ after }) => after)])
      assert.deepEqual(known, { decisions: [0, 1], proven: true })
})

/** Everybody tells its input; whoever has the input 2 decides the first that it hears, and nobody else anything. */
const judge = {
  ...firstDecides,
  name: 'judge',
  uponReceiving: {
    mine: (_: unknown, s: { value: number; decided: number | null }, { value }: { value: number }) => {
      if (s.value === 2) s.decided ??= value
    },
  },
} as unknown as AnyAlgorithm

test('the event that settles a decision is told from those that settle nothing', () => {
  // By hand: p_2 judges. What p_0 and p_1 hear settles nothing; p_2 decides 0 once it hears p_0, and 1 once it hears p_1. Of the
  // messages, 2 is from p_1 to p_0, and 3 from p_1 to p_2.
  const schedule = [
    { processor: 0, message: 2 },
    { processor: 2, message: 3 },
  ]
  const found = {
    n: 3,
    initial: [],
    outcome: 'undecided',
    values: [0, 1, 2],
    schedule,
    blocked: null,
    ahead: {},
    cut: false,
  } as const
  const { steps } = outlookOf(judge, completeInstance(3, 1), found, options)
  const told = steps.map(({ next }) =>
    next.map(({ processor, sender, chosen, after }) => [
      `${processor}←${sender}`,
      chosen,
      after.decisions.join(),
      after.proven,
    ]),
  )
  const open = (event: string, chosen = false) => [event, chosen, '0,1', true]
  assert.deepEqual(told, [
    [
      open('0←1', true),
      open('0←2'),
      open('1←0'),
      open('1←2'),
      ['2←0', false, '0', true],
      ['2←1', false, '1', true],
    ],
    [open('0←2'), open('1←0'), open('1←2'), ['2←0', false, '0', true], ['2←1', true, '1', true]],
  ])
})

test('a schedule that stays undecided goes through configurations with two decisions alone', () => {
  for (const algorithm of [
    withoutCoins('by-phase', ({ phase }) => phase % 2),
    withoutCoins('contrary', ({ value }) => 1 - value),
  ]) {
    const instance = completeInstance(3, 1)
    const found = stayUndecided(algorithm, instance, { events: 12, states: 200 })
    const { steps } = outlookOf(algorithm, instance, found, { events: 12, states: 50 })
    assert.equal(steps.length, 12)
    for (const { now, next } of steps) {
      assert.deepEqual(now, { decisions: [0, 1], proven: true })
      const [chosen, ...more] = next.filter((one) => one.chosen)
      assert.deepEqual(more, [])
      assert.deepEqual(chosen!.after.decisions, [0, 1])
    }
  }
})
