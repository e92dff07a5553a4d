import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedObjects } from '../../../algorithms/index.ts'
import { executeShared, judgeShared, schedulers } from '../../../engine/index.ts'

/** Runs of each object: of twelve, more than a thousand. */
const runs = 84

const names = schedulers.entries.map(({ name }) => name)

for (const object of sharedObjects)
  test(`${object.name}: ${runs} random runs of up to eight processors are ${object.guarantees}, and its claims hold`, () => {
    for (let seed = 1; seed <= runs; seed++) {
      const n = object.requires.size ?? 2 + (seed % 7)
      const run = executeShared(object, { n, seed, scheduler: names[seed % names.length]! })
      const where = `n = ${n}, seed ${seed}`
      assert.deepEqual(run.outcome, { kind: 'terminated' }, where)
      assert.deepEqual(run.finding, { kind: 'holds' }, where)
      for (const { id, verdict } of judgeShared(object, n, run))
        assert.equal(verdict, 'held', `${id}, ${where}`)
    }
  })
