import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  beyondResilience,
  buildTopology,
  ComputedInstance,
  createFaults,
  type DetectorClass,
  exposedTo,
  faultKinds,
  Random,
  Streams,
} from '../../../engine/index.ts'
import { watching } from '../../helpers/watching.ts'

/** A spec of every kind. */
const specs = [
  'crash:f=2',
  'recover:f=2',
  'omission:f=2',
  'loss:rate=0.5',
  'duplicate:rate=0.5',
  'partition:from=1,to=2',
  'byzantine:f=2',
  'suspicion:rate=0.5',
  'arbitrary-state',
]

const network = buildTopology('complete', { n: 6, stream: new Random(1, 2, 3, 4), readFile: () => '' })
const instance = new ComputedInstance(network)
const stabilising: AnyAlgorithm = {
  ...(flooding as AnyAlgorithm),
  stabilises: {
    arbitrarily: (_, choose) => ({ first: choose(100), second: choose(2) }),
    legitimate: () => true,
  },
}
const planOf = (spec: string, seed: number) => {
  const algorithm = spec.startsWith('suspicion') ? watching('◇P') : stabilising
  return createFaults(spec, algorithm, instance, 'synchronous', new Streams(seed))!
}

for (const spec of specs)
  test(`${spec}: the same seed gives the same faults, another seed others`, () => {
    const fates = (seed: number) => {
      const plan = planOf(spec, seed)
      const all = [...plan.failing.map(String)]
      for (let p = 0; p < 6; p++) all.push(JSON.stringify(plan.begun(p, { constant: p })))
      for (let i = 0; i < 60; i++) {
        const [sender, time] = [i % 6, Math.floor(i / 20)]
        all.push(plan.fate(sender, (i + 1 + (i % 5)) % 6, time, plan.isLast(sender, time)))
        all.push(String(plan.suspicion?.errs(sender, i % 5, time)))
      }
      return all.join()
    }
    assert.equal(fates(3), fates(3))
    assert.ok(new Set([1, 2, 3, 4, 5].map(fates)).size > 1)
    const { faulty } = exposedTo(spec, 6)
    assert.equal(planOf(spec, 7).failing.length, faulty)
  })

test('specs are spelled in one way, ranges stand for their values, and words say what fails', () => {
  assert.equal(faultKinds.parse(' crash:given=3@1+4@2 + loss ').spec, 'crash:given=3@1+4@2+loss')
  assert.deepEqual(faultKinds.each('crash:f=0..2+1+loss'), [
    'crash:f=0+loss',
    'crash:f=1+loss',
    'crash:f=2+loss',
  ])
  assert.equal(faultKinds.wordsFor('crash:f=2+loss:rate=0.2'), 'crashes, f = 2, with losses, rate 0.2')
  assert.equal(faultKinds.wordsFor('none'), 'no faults')
  assert.deepEqual(exposedTo('crash:f=n/4+omission:processors=0+1', 8), {
    kinds: ['crash', 'omission'],
    faulty: 4,
  })
})

test('no more messages in a row are lost than the spec allows', () => {
  const plan = planOf('loss:rate=1,row=3', 1)
  const fates = Array.from({ length: 8 }, (_, i) => plan.fate(0, 1, i, false))
  assert.deepEqual(fates, ['lost', 'lost', 'lost', 'sent', 'lost', 'lost', 'lost', 'sent'])
})

test('an algorithm guarantees what it does within its resilience, for the kinds of faults that it tolerates', () => {
  const made = (tolerates: readonly ('crash' | 'omission' | 'byzantine')[]) =>
    ({ ...flooding, name: 'mine', requires: { resilience: 'n > 3f' }, tolerates }) as never
  const why = (
    tolerates: readonly ('crash' | 'omission' | 'byzantine')[],
    n: number,
    f: number,
    faults: string,
  ) => beyondResilience(made(tolerates), { n, f, faults })
  assert.equal(why(['byzantine'], 4, 1, 'byzantine:f=1'), null)
  assert.equal(why(['byzantine'], 4, 1, 'crash:f=1'), null)
  assert.equal(why([], 4, 1, 'crash:f=1'), null)
  assert.equal(why(['byzantine'], 3, 1, 'none'), 'mine requires n > 3f, but here n = 3, f = 1')
  assert.equal(why(['omission'], 4, 1, 'byzantine:f=1'), 'mine is not made for byzantine faults')
  assert.equal(why(['crash'], 7, 1, 'crash:f=2'), '2 processors may fail, but mine is told that f = 1 may')
  assert.equal(why(['crash'], 7, 1, 'crash:f=1+loss'), 'mine is not made for loss faults')
})

test('a failure detector of a weaker class than an algorithm requires is beyond what it is made for', () => {
  const why = (required: DetectorClass, faults: string) =>
    beyondResilience(watching(required), { n: 4, f: 2, faults })
  const given = (required: DetectorClass, is: DetectorClass) =>
    why(required, `suspicion:class=${is}`) === null
  assert.equal(
    why('◇P', 'crash:f=2+suspicion:class=◇S'),
    'watching requires a failure detector of class ◇P, but here it is ◇S',
  )
  assert.equal(why('◇S', 'crash:f=2+suspicion'), null)
  // Chandra & Toueg 1996: P is stronger than all, ◇S weaker than all, S and ◇P are not comparable.
  const classes = ['P', '◇P', 'S', '◇S'] as const
  const served = classes.map((required) => classes.filter((is) => given(required, is)).join(' '))
  assert.deepEqual(served, ['P', 'P ◇P', 'P S', 'P ◇P S ◇S'])
})

test('arbitrary states are drawn or given, choice after choice, and leave alone what the algorithm does', () => {
  const begun = (spec: string, p: number) => planOf(spec, 1).begun(p, { constant: 7, first: -1, second: -1 })
  const drawn = begun('arbitrary-state', 2) as { constant: number; first: number; second: number }
  assert.equal(drawn.constant, 7)
  assert.ok(drawn.first >= 0 && drawn.first < 100 && drawn.second >= 0 && drawn.second < 2)
  const given = 'arbitrary-state:given=99/1+0/0+1/1+2/0+3/1+4/0'
  assert.deepEqual(begun(given, 0), { constant: 7, first: 99, second: 1 })
  assert.deepEqual(begun(given, 5), { constant: 7, first: 4, second: 0 })
  assert.deepEqual(exposedTo(given, 6), { kinds: ['arbitrary-state'], faulty: 0 })
})

test('arbitrary states that do not fit are refused in words', () => {
  const refused = (spec: string, algorithm: AnyAlgorithm = stabilising) => {
    try {
      createFaults(spec, algorithm, instance, 'synchronous', new Streams(1))
    } catch (error) {
      return (error as Error).message
    }
    return null
  }
  assert.equal(
    refused('arbitrary-state', flooding as AnyAlgorithm),
    'flooding does not say in which states processors may begin; declare stabilises: { arbitrarily, legitimate }',
  )
  assert.equal(
    refused('arbitrary-state:given=1/0+2/1'),
    'faults arbitrary-state: given=1/0+2/1: the choices of 6 processors are needed, not of 2',
  )
  assert.equal(
    refused('arbitrary-state:given=1/0+2/1+0/2+0/0+0/0+0/0'),
    'faults arbitrary-state: given=1/0+2/1+0/2+0/0+0/0+0/0: choice 2 of p_2 is 2; it must be less than 2',
  )
  assert.equal(
    refused('arbitrary-state:given=1+2/1+0/0+0/0+0/0+0/0'),
    'faults arbitrary-state: given=1+2/1+0/0+0/0+0/0+0/0: p_0 needs more than 1 choices',
  )
  assert.equal(refused('arbitrary-state:given=x'), 'faults arbitrary-state: given=x: “x” is no number from 0')
})
