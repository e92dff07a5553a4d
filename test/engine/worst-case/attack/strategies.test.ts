import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lcr } from '../../../../algorithms/index.ts'
import {
  attack,
  attackStrategies,
  buildTopology,
  ComputedInstance,
  objectiveNamed,
  Streams,
  timeSchedule,
} from '../../../../engine/index.ts'

const runs = 200

/** What a strategy finds alone on a ring of eight, where the adversary also chooses the identifiers. */
function found(strategy: string, seed: number) {
  const stream = new Streams(7).stream('topology')
  const problem = new ComputedInstance(buildTopology('ring', { n: 8, stream, readFile: () => '' }))
  const objective = objectiveNamed('messages', lcr)
  return attack(lcr, problem, { objective, choose: ['schedule', 'ids'], runs, seed, strategies: [strategy] })
}

for (const { name, summary } of attackStrategies) {
  test(`${name}: what it finds is the cost of the schedule that it gives, and never above the theorem`, () => {
    for (const seed of [1, 2, 3]) {
      const { best, instance, schedule, wakeUps } = found(name, seed)
      assert.equal(timeSchedule(lcr, instance, schedule, wakeUps).messages, best)
      // LCR sends at most n(n + 1)/2 tokens and n announcements: 44 on a ring of eight.
      assert.ok(best >= 8 && best <= 44, `${best}`)
    }
  })

  test(`${name}: a search is a function of its seed`, () => {
    const [first, again] = [found(name, 5), found(name, 5)]
    assert.deepEqual([first.best, first.schedule], [again.best, again.schedule])
  })

  test(`${name}: it says what it does`, () => assert.match(summary, /\S/))
}
