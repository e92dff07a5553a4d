import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnyAlgorithm, execute, type FaultPlan, formal } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { cases, problemOf } from '../simulation/random-cases.ts'
import { alphabet, specs } from '../simulation/random-faults.ts'
import { randomMachine } from '../simulation/random-machine.ts'
import { assertSame, planOf } from '../simulation/same-with-faults.ts'

type Part = 'fate' | 'isLast' | 'backAt' | 'liars'
type Fate = ReturnType<FaultPlan['fate']>

/** A plan of which one part is wrong. */
function spoilt(plan: FaultPlan, part: Part, wrong: (right: FaultPlan) => unknown): FaultPlan {
  return new Proxy(plan, {
    get(right, name) {
      if (name === part) return wrong(right)
      const value = Reflect.get(right, name, right)
      return typeof value === 'function' ? value.bind(right) : value
    },
  })
}

const otherFate = (from: Fate, to: Fate) => (right: FaultPlan) =>
  ((...message) => {
    const fate = right.fate(...message)
    return fate === from ? to : fate
  }) as FaultPlan['fate']

const planted: readonly (readonly [string, Part, (right: FaultPlan) => unknown])[] = [
  [
    'the last step of a crash sends nothing',
    'fate',
    (right) => (p: number, q: number, time: number, last: boolean) =>
      last ? 'omitted' : right.fate(p, q, time, last),
  ],
  [
    'the last step of a crash sends all',
    'fate',
    (right) => (p: number, q: number, time: number) => right.fate(p, q, time, false),
  ],
  [
    'a crash comes a unit of time too late',
    'isLast',
    (right) => (p: number, time: number) => right.isLast(p, time - 1),
  ],
  ['nobody crashes', 'isLast', () => () => false],
  [
    'who comes back comes back too late',
    'backAt',
    (right) => (p: number, time: number) => right.backAt(p, time) + 1,
  ],
  ['a lost message arrives', 'fate', otherFate('lost', 'sent')],
  ['an omitted message counts, and is lost', 'fate', otherFate('omitted', 'lost')],
  ['a message that its receiver does not hear arrives', 'fate', otherFate('unheard', 'sent')],
  ['a message is delivered once, not twice', 'fate', otherFate('twice', 'sent')],
  ['a liar is honest, and its messages count', 'liars', () => new Map()],
]

/** Whether the fast engine, with a part of its faults wrong, differs from the literal model in one of the random cases. */
function isCaught(part: Part, wrong: (right: FaultPlan) => unknown): boolean {
  let caught = false
  fc.assert(
    fc.property(cases, specs, (parts, spec) => {
      if (caught) return
      const { seed } = parts
      const { instance } = problemOf(parts)
      const algorithm = { ...randomMachine(parts.program), alphabet } as AnyAlgorithm
      const plan = () => planOf(spec, algorithm, instance, true, seed)!
      try {
        const faults = spoilt(plan(), part, wrong)
        const fast = execute(algorithm, instance, { kind: 'synchronous' }, { seed, faults })
        const literal = formal.runTimed(
          { algorithm, instance, seed, faults: plan() },
          { kind: 'synchronous' },
        )
        assertSame({ fast, literal })
      } catch {
        caught = true
      }
    }),
    { numRuns: 300, seed: 3 },
  )
  return caught
}

test('a plan that is not spoilt is the same in the fast engine and in the literal model', () => {
  assert.equal(
    isCaught('fate', (right) => right.fate.bind(right)),
    false,
  )
})

for (const [title, part, wrong] of planted)
  test(`a planted fault is caught: ${title}`, () => {
    assert.equal(isCaught(part, wrong), true)
  })
