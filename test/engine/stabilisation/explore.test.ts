import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  daemons,
  exploreStabilising,
  formalStabilising,
  type StabilisingSystem,
  type StabilisingWitness,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { everyConfiguration, statePrograms } from '../../helpers/state-programs.ts'

const { formalLegitimate, formalPrivileged, formalStep } = formalStabilising

/** All sets of them that a daemon lets move. */
function sets(privileged: readonly number[], daemon: string): number[][] {
  const { entry } = daemons.parse(daemon)
  const all = Array.from({ length: 2 ** privileged.length }, (_, bits) =>
    privileged.filter((_, i) => (bits >> i) & 1),
  )
  return all.filter((set) => set.length > 0 && entry.allows(set.length, privileged.length))
}

/**
 * The most steps by the definitions, round by round: after r rounds, what r steps can come to from each configuration. In a
 * graph of 27 configurations a way of 27 steps repeats one, so that the algorithm need not stabilise; null then.
 */
function mostSteps(system: StabilisingSystem, daemon: string): number | null {
  const key = (states: readonly number[]) => states.join()
  let alive = everyConfiguration.filter((states) => !formalLegitimate(system, states))
  for (let rounds = 0; rounds <= everyConfiguration.length; rounds++) {
    if (alive.length === 0) return rounds
    const still = new Set(alive.map(key))
    alive = alive.filter((states) => {
      const privileged = formalPrivileged(system, states)
      if (privileged.length === 0) return true
      return sets(privileged, daemon).some((movers) => still.has(key(formalStep(system, states, movers))))
    })
  }
  return null
}

/** Carries out an execution by the definitions; the configurations. */
function carriedOut(system: StabilisingSystem, { initially, schedule }: StabilisingWitness, daemon: string) {
  const configurations: (readonly number[])[] = [initially]
  for (const movers of schedule) {
    const privileged = formalPrivileged(system, configurations.at(-1)!)
    assert.ok(movers.every((p) => privileged.includes(p)))
    assert.ok(daemons.parse(daemon).entry.allows(movers.length, privileged.length))
    configurations.push(formalStep(system, configurations.at(-1)!, movers))
  }
  return configurations
}

for (const { name: daemon } of daemons.entries)
  test(`${daemon} daemon: on random programs, all executions are as by the definitions`, () => {
    let [stabilise, diverge, left] = [0, 0, 0]
    fc.assert(
      fc.property(statePrograms, (system) => {
        const found = exploreStabilising(system, { daemon })
        const legitimate = (states: readonly number[]) => formalLegitimate(system, states)
        assert.equal(found.most?.steps.value ?? null, mostSteps(system, daemon))
        assert.equal(found.diverges === null, found.most !== null)
        if (found.diverges !== null) {
          diverge++
          const course = carriedOut(system, found.diverges, daemon)
          assert.ok(!course.some(legitimate))
          assert.deepEqual(course.at(-1), course[found.diverges.repeatsFrom!])
          if (course.length === 1) assert.deepEqual(formalPrivileged(system, course[0]!), [])
          return
        }
        stabilise++
        assert.equal(found.legitimate, everyConfiguration.filter(legitimate).length)
        const leaves = everyConfiguration.some(
          (states) =>
            legitimate(states) &&
            sets(formalPrivileged(system, states), daemon).some(
              (movers) => !legitimate(formalStep(system, states, movers)),
            ),
        )
        assert.equal(found.leaves !== null, leaves)
        if (found.leaves !== null) {
          left++
          assert.deepEqual(carriedOut(system, found.leaves, daemon).map(legitimate), [true, false])
        }
        const { steps, moves } = found.most!
        for (const { witness } of [steps, moves]) {
          const course = carriedOut(system, witness, daemon)
          assert.deepEqual(course.map(legitimate), [...witness.schedule.map(() => false), true])
        }
        assert.equal(steps.witness.schedule.length, steps.value)
        assert.equal(moves.witness.schedule.flat().length, moves.value)
      }),
      { numRuns: 150 },
    )
    assert.ok(stabilise > 20 && diverge > 20 && left > 5, `${stabilise}, ${diverge}, ${left}`)
  })
