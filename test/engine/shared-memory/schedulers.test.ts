import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bakery, mcsLock, tasLock } from '../../../algorithms/index.ts'
import { executeShared, InputError, Streams, schedulers } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

/** Every catalogue entry, with parameters too. */
const specs = [
  ...schedulers.entries.map(({ name }) => name),
  'sticky:stay=0.5',
  'timed:min=1',
  'priority:3',
  'overtake:2',
]

for (const scheduler of specs) {
  test(`${scheduler} lets everyone make its passages, and nobody take a step after them`, () => {
    const run = executeShared(bakery, {
      n: 4,
      scheduler,
      seed: 7,
      passages: 3,
      schedule: true,
      history: true,
    })
    assert.equal(run.outcome.kind, 'terminated')
    assert.equal(run.schedule!.length, run.measures.steps)
    assert.equal(run.history!.filter(({ kind }) => kind === 'response').length, 4 * 3 * 2)
  })

  test(`${scheduler} makes the same schedule from the same seed`, () => {
    const schedule = () => executeShared(mcsLock, { n: 5, scheduler, seed: 3, schedule: true }).schedule
    assert.deepEqual(schedule(), schedule())
  })
}

test('the processors take turns, and those that have finished are left out', () => {
  // Alone, a passage of the test&set lock is two steps; p_0 enters first and the others try in vain until it leaves.
  const { schedule } = executeShared(tasLock, {
    n: 3,
    scheduler: 'round-robin',
    seed: 1,
    passages: 1,
    schedule: true,
  })
  // 0 enters, 1 and 2 in vain, 0 leaves; 1 enters, 2 in vain, 1 leaves; 2 enters and leaves.
  assert.deepEqual(schedule, [0, 1, 2, 0, 1, 2, 1, 2, 2])
})

test('solo: one after the other, without contention', () => {
  const run = executeShared(mcsLock, { n: 3, scheduler: 'solo', seed: 1, passages: 2, schedule: true })
  assert.deepEqual(
    run.schedule,
    [0, 1, 2].flatMap((p) => Array<number>(8).fill(p)),
  )
  assert.equal(run.measures.contention, 1)
})

test('timed: a processor takes its steps at most one unit apart, and no less than min', () => {
  const run = executeShared(bakery, {
    n: 4,
    scheduler: 'timed:min=0.25',
    seed: 5,
    passages: 2,
    history: true,
  })
  const times = run.history!.map(({ time }) => time)
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  )
  assert.equal(run.measures.time, times.at(-1))
  // Alone it takes 3n + 2 = 14 steps for a passage, each between 0.25 and 1 after the one before.
  const { measures } = executeShared(bakery, {
    n: 4,
    participants: 1,
    scheduler: 'timed:min=0.25',
    seed: 5,
    passages: 1,
  })
  assert.ok(measures.time! > 0.25 * 14 && measures.time! <= 14, String(measures.time))
})

test('with steps exactly one unit apart, time counts turns', () => {
  const { measures } = executeShared(bakery, {
    n: 4,
    participants: 1,
    scheduler: 'timed:min=1',
    seed: 5,
    passages: 1,
  })
  assert.equal(measures.time, 14)
})

test('overtake: the victim is bypassed as often as all others enter, where nothing prevents it', () => {
  // In the test&set lock the victim would enter with its first step, so another one enters before that; then it is let in
  // only after the other two have made their ten passages each.
  const { measures } = executeShared(tasLock, { n: 3, scheduler: 'overtake', seed: 1, passages: 10 })
  assert.equal(measures.bypass, 19)
})

/** Five processors without any program: who has finished is told by hand. */
function fiveOf(scheduler: string) {
  const live = Int32Array.from([0, 1, 2, 3, 4])
  const view = {
    ...{ n: 5, live, liveCount: 5, entries: 0 },
    passagesLeft: (p: number) => (live.slice(0, view.liveCount).includes(p) ? 1 : 0),
    peek: () => ({ operation: 'acquire', line: 1, kind: 'read', variable: 0, waits: false }) as const,
    enters: () => false,
  }
  const { entry, values } = schedulers.at(scheduler, 5)
  const made = entry.schedule({ view, values, stream: new Streams(1).stream('scheduler') })
  const finish = (p: number): void => {
    live[live.indexOf(p)] = live[--view.liveCount]!
    made.finished?.(p)
  }
  return { made, finish, isLive: (p: number) => view.passagesLeft(p) > 0 }
}

test('whoever finishes, in whatever order and at whatever step, takes no step after that', () => {
  // An attack decides itself about the first steps, so that not only those finish who were given a turn.
  const rules = ['round-robin', 'random', 'sticky', 'priority', 'priority:2', 'overtake', 'overtake:3']
  fc.assert(
    fc.property(
      fc.constantFrom(...rules),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
      (rule, finishing, steps) => {
        const { made, finish, isLive } = fiveOf(rule)
        for (const [i, p] of finishing.entries()) {
          for (let step = 0; step < steps[i]!; step++) assert.ok(isLive(made.next()))
          finish(p)
        }
        for (let step = 0; step < 12; step++) assert.ok(isLive(made.next()))
      },
    ),
  )
})

test('a scheduler that there is not is refused with what was meant', () => {
  assert.throws(
    () => executeShared(tasLock, { n: 2, scheduler: 'stiky', seed: 1 }),
    (error) =>
      error instanceof InputError && /unknown scheduler “stiky”; did you mean sticky\?/.test(error.message),
  )
})
