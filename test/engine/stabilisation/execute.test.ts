import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dijkstraKState } from '../../../algorithms/index.ts'
import { daemons, executeStabilising, formalStabilising, stabilisingSystem } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { everyConfiguration, statePrograms } from '../../helpers/state-programs.ts'

const { formalLegitimate, formalPrivileged, formalStep } = formalStabilising

test('the fast loop is the definitions: random programs, all daemons', () => {
  const runs = fc.tuple(
    statePrograms,
    fc.constantFrom(...daemons.entries),
    fc.constantFrom(...everyConfiguration),
    fc.nat(),
  )
  const outcomes = new Set<string>()
  fc.assert(
    fc.property(runs, ([system, { name: daemon, allows }, initially, seed]) => {
      const run = executeStabilising(system, { daemon, initially, seed, steps: 20, schedule: true })
      let states: readonly number[] = initially
      for (const movers of run.schedule!) {
        assert.ok(!formalLegitimate(system, states))
        const privileged = formalPrivileged(system, states)
        assert.ok(movers.every((p) => privileged.includes(p)) && new Set(movers).size === movers.length)
        assert.ok(allows(movers.length, privileged.length))
        states = formalStep(system, states, movers)
      }
      assert.deepEqual(run.states, states)
      assert.deepEqual([run.steps, run.moves], [run.schedule!.length, run.schedule!.flat().length])
      const isStuck = formalPrivileged(system, states).length === 0
      const expected = formalLegitimate(system, states) ? 'stabilised' : isStuck ? 'stuck' : 'budget'
      assert.equal(run.outcome, expected)
      outcomes.add(run.outcome)
    }),
    { numRuns: 1000 },
  )
  assert.deepEqual([...outcomes].sort(), ['budget', 'stabilised', 'stuck'])
})

test('a run is a function of its seed, and states are drawn from all that there are', () => {
  const system = stabilisingSystem(dijkstraKState, 12)
  const run = (seed: number) => executeStabilising(system, { seed, schedule: true })
  assert.deepEqual(run(1), run(1))
  assert.notDeepEqual(run(1).initially, run(2).initially)
  const drawn = new Set(Array.from({ length: 40 }, (_, seed) => run(seed).initially).flat())
  assert.equal(drawn.size, 12)
})

test('where an algorithm does not run is said in one line', () => {
  const refused = [
    [
      () => stabilisingSystem(dijkstraKState, 1),
      /dijkstra-k-state works with 2 processors or more, not with 1/,
    ],
    [() => stabilisingSystem(dijkstraKState, 3, { k: 1 }), /everyone needs at least 2 states, not 1/],
    [
      () => stabilisingSystem(dijkstraKState, 2, { neighbors: [[1], [0]] }),
      /runs on a ring, and on no other network/,
    ],
  ] as const
  for (const [build, message] of refused) assert.throws(build, { name: 'InputError', message })
})
