import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DetectorClass } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { watching } from '../../helpers/watching.ts'

const cell = { topology: 'complete:oriented=yes', n: 4, delay: 'constant', clocks: 'perfect' } as const

test('what failure detectors say is recorded, and accepted within the axioms of their class', () => {
  const crashes = ['crash:f=2,by=12', 'recover:f=3,times=2,by=12,down=3', 'crash:f=1+recover:f=1', 'loss']
  const classes = fc.constantFrom<DetectorClass>('P', '◇P', 'S', '◇S', 'Ω')
  fc.assert(
    fc.property(classes, fc.constantFrom(...crashes), fc.nat({ max: 1000 }), (detector, crash, seed) => {
      const faults = `${crash}+suspicion:rate=0.6,latency=2` as const
      const { lines } = record(watching(detector), { ...cell, seed, faults })
      assert.equal(verifyLines(lines, watching(detector)).first_error, null)
    }),
    { numRuns: 60 },
  )
})

test('without faults, a failure detector suspects nobody, and the first processor leads', () => {
  const said = (detector: DetectorClass) => record(watching(detector), { ...cell, seed: 1 }).lines.slice(1, 5)
  assert.ok(said('◇S').every((line) => line.includes('"suspects":[]')))
  assert.deepEqual(
    said('Ω').map((line) => JSON.parse(line).leader),
    // Channel k leads k + 1 processors on: to p_0 it is 2, 1, 0.
    [null, 2, 1, 0],
  )
})

/** What is wrong with a record in which the failure detector of one processor says something else at one time. */
function problemWith(
  detector: DetectorClass,
  faults: 'none' | `crash:${string}`,
  [time, processor]: readonly [time: number, processor: number],
  said: object,
): string | undefined {
  const { lines } = record(watching(detector), { ...cell, seed: 1, faults })
  const line = lines.findIndex((text) => text.startsWith(`{"t":${time},"p":${processor},`))
  const { suspects: _, leader: __, ...event } = JSON.parse(lines[line]!)
  const changed = lines.with(line, JSON.stringify({ ...event, ...said }))
  return verifyLines(changed, watching(detector)).first_error?.problem
}

test('a record is refused where a failure detector says what its class does not allow', () => {
  // p_1 crashes at 2, in the step that it takes then; all are to suspect it from 3 on. Channel 0 of p_0 leads to p_1.
  const crash = 'crash:given=1@2'
  assert.equal(
    problemWith('P', crash, [3, 0], { suspects: [] }),
    'it does not suspect p_1, which crashed at 2',
  )
  const early = (detector: DetectorClass) => problemWith(detector, crash, [1, 0], { suspects: [1] })
  assert.equal(early('P'), 'it suspects p_2, which has not crashed; class P is never wrong')
  assert.equal(early('◇P'), 'it suspects p_2, which has not crashed; class ◇P is not wrong from 0 on')
  // One mistake leaves others to be trusted.
  assert.equal(early('S'), undefined)
  assert.equal(problemWith('◇S', 'none', [1, 0], { suspects: [0, 1, 2] }), undefined)
  const strange = (said: object) => problemWith('P', 'none', [1, 0], said)
  assert.equal(strange({ suspects: [5] }), 'its failure detector speaks of channel 5, which it has not')
  assert.equal(strange({ leader: 0 }), 'its failure detector, of class P, answers another question')
  assert.match(strange({})!, /asks its failure detector, of which nothing is said here$/)
})

test('a record is refused where all correct processors are suspected, or two of them lead for good', () => {
  const { lines } = record(watching('◇S'), { ...cell, seed: 1 })
  const all = lines.map((line) => line.replace('"suspects":[]', '"suspects":[0,1,2]'))
  // p_0 suspects the other three, p_1 then p_0 as well: nobody is left whom all trust.
  assert.match(
    verifyLines(all, watching('◇S')).first_error!.problem,
    /^it suspects p_0, which has not crashed, and neither had .*; class ◇S trusts a correct one$/,
  )
  const leads = (faults: 'none' | `crash:${string}`, at: readonly [number, number], leader: number) =>
    problemWith('Ω', faults, at, { leader })
  assert.equal(leads('none', [1, 2], 2), 'p_1 leads, but from 0 on it is p_0')
  assert.equal(leads('crash:given=0@2', [3, 1], 2), 'p_0 leads, which crashed at 2')
})
