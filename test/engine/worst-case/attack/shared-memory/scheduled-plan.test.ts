import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Streams } from '../../../../../engine/index.ts'
import { sharedTerrain } from '../../../../../engine/worst-case/attack/shared-memory/scheduled-plan.ts'
import fc from '../../../../helpers/property.ts'

const n = 3
const schedules = fc.array(fc.integer({ min: 0, max: n - 1 }), { minLength: 1, maxLength: 40 })
const cases = fc.tuple(schedules, fc.nat(39), fc.nat(39), fc.nat()).map(([schedule, a, b, seed]) => {
  const to = 1 + (Math.max(a, b) % schedule.length)
  const run = { schedule, from: Math.min(a, b) % to, to, value: 1, outcome: null }
  const terrain = sharedTerrain(n, new Streams(seed).stream('attack'))
  return { run, terrain, plan: { opening: [0, 1], rule: 'random', seed: 1 } }
})

const sorted = (steps: readonly number[]) => [...steps].sort()

test('the changes that anyone would try first leave each processor as many steps as it had', () => {
  fc.assert(
    fc.property(cases, ({ run, terrain, plan }) => {
      for (const { opening } of terrain.alternatives(plan, 'steps', run))
        assert.deepEqual(sorted(opening), sorted(run.schedule.slice(0, run.to)))
    }),
  )
})

test('a variation of the steps begins as the execution does, a new rule goes on from some step of it', () => {
  fc.assert(
    fc.property(cases, ({ run, terrain, plan }) => {
      const varied = terrain.varied(plan, 'rule', run).opening
      assert.deepEqual(varied, run.schedule.slice(0, varied.length))
      assert.ok(varied.length < run.to)
      for (const p of terrain.varied(plan, 'steps', run).opening) assert.ok(p >= 0 && p < n)
    }),
  )
})

test('of two openings, the beginning of one and the rest of the other', () => {
  fc.assert(
    fc.property(cases, schedules, ({ terrain, plan, run }, other) => {
      const mother = { ...plan, opening: run.schedule }
      const { opening } = terrain.crossed(mother, { ...plan, opening: other })
      const at = opening.findIndex((p, i) => p !== run.schedule[i])
      if (at >= 0) assert.deepEqual(opening.slice(at), other.slice(at))
    }),
  )
})
