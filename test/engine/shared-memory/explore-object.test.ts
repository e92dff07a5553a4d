import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  casCounter,
  collectCounter,
  registerKvalued,
  registerMwmr,
  treiberStack,
} from '../../../algorithms/index.ts'
import {
  createObject,
  exploreObject,
  formalShared,
  InputError,
  linearizable,
  type SharedObject,
  sharedRegister,
  usualCalls,
} from '../../../engine/index.ts'
import { asked } from '../../helpers/asked.ts'
import * as broken from '../../helpers/broken-objects.ts'
import fc from '../../helpers/property.ts'
import { randomObjects } from '../../helpers/random-object.ts'

type Lists = readonly (readonly string[])[]

function initialOf(object: SharedObject, lists: Lists): formalShared.SharedConfiguration {
  const calls = asked(object, lists)
  const passages = calls.map(({ length }) => length)
  return formalShared.initialSharedConfiguration({ algorithm: object, n: calls.length, passages, calls })
}

/** All executions, each to its end, by the definitions; nothing is taken for the same. */
function* executionsOf(
  execution: formalShared.SharedMemoryExecution,
): Generator<formalShared.SharedMemoryExecution> {
  const { configurations, steps } = execution
  const last = configurations.at(-1)!
  let ended = true
  for (let p = 0; p < last.processors.length; p++) {
    if (formalShared.sharedApplicable(last, p) !== true) continue
    ended = false
    const { configuration, step } = formalShared.sharedStep(last, p)
    yield* executionsOf({ configurations: [...configurations, configuration], steps: [...steps, step] })
  }
  if (ended) yield execution
}

/** Objects and operations of few steps: some that are right, some that are wrong. */
const small: readonly (readonly [SharedObject, Lists])[] = [
  [registerKvalued, [['write(1)', 'write(2)'], ['read']]],
  [registerMwmr, [['write(1)', 'read'], ['write(2)']]],
  [casCounter, [['increment'], ['increment', 'read'], ['read']]],
  [collectCounter, [['increment', 'read'], ['read'], ['increment']]],
  [treiberStack, [['push(1)', 'pop'], ['pop']]],
  [broken.counterWritten, [['increment'], ['increment', 'read']]],
  [broken.mwmrWithOwnTimes, [['write(1)'], ['write(2)', 'write(4)', 'read']]],
  [broken.singleCollect, [['update(1)'], ['update(2)'], ['scan']]],
  [broken.swmrWithSilentReaders, [['write(1)'], ['read'], ['read']]],
  [broken.doubleCollectOfValues, [['scan'], ['update(1)', 'update(0)']]],
]

for (const [object, lists] of small)
  test(`${object.name}: the exploration says of all histories and costs what a look at every single execution says`, () => {
    const sequential = createObject(object.service.object(lists.length))
    let isRight = true
    let shortest = Number.POSITIVE_INFINITY
    const most: Record<string, number> = {}
    const seen = new Set<string>()
    for (const execution of executionsOf({ configurations: [initialOf(object, lists)], steps: [] })) {
      for (const { operation, counts } of formalShared.sharedPassages(execution))
        for (const [count, value] of Object.entries(counts))
          most[`${operation}:${count}`] = Math.max(most[`${operation}:${count}`] ?? 0, value)
      for (const { processors, values } of execution.configurations)
        seen.add(JSON.stringify([processors, values]))
      const history = formalShared.sharedHistory(execution)
      if (linearizable(history, sequential).kind === 'holds') continue
      isRight = false
      const wrong = history.findIndex(
        (_, place) => linearizable(history.slice(0, place + 1), sequential).kind === 'wrong',
      )
      // Times are numbers of steps.
      shortest = Math.min(shortest, history[wrong]!.time)
    }
    const found = exploreObject(object, { n: lists.length, calls: asked(object, lists) })
    assert.equal(found.violation === null, isRight)
    assert.equal(found.violation?.schedule.length ?? Number.POSITIVE_INFINITY, shortest)
    assert.equal(found.states, seen.size)
    const extremes = Object.entries(found.extremes).map(([measure, cost]) => {
      assert.ok(cost.kind === 'bounded')
      // The execution that is given has an operation of this cost.
      const [operation, count] = measure.split(':') as [string, 'steps']
      const result = formalShared.sharedExec(initialOf(object, lists), cost.schedule)
      assert.ok(result.kind === 'execution')
      const paid = formalShared.sharedPassages(result.execution).filter((one) => one.operation === operation)
      assert.equal(Math.max(...paid.map(({ counts }) => counts[count])), cost.value, measure)
      return [measure, cost.value]
    })
    assert.deepEqual(Object.fromEntries(extremes), most)
  })

test('random objects: the configurations are those that the definitions reach, and faults are the same', () => {
  fc.assert(
    fc.property(randomObjects, (object) => {
      const lists = [['write(1)', 'read'], ['read']]
      const initial = initialOf(object, lists)
      const found = new Map([[JSON.stringify([initial.processors, initial.values]), initial]])
      let fault: string | null = null
      search: for (const configuration of found.values())
        for (let move = 0; move < 6; move++) {
          const [p, told] = [move % 2, Math.floor(move / 2)]
          if (formalShared.sharedApplicable(configuration, p) !== true) continue
          try {
            // Only a flip of the coin of three sides tells different things.
            if (told > 0 && formalShared.nextAccess(configuration, p).access.kind !== 'flip') continue
            const { configuration: next } = formalShared.sharedStep(configuration, p, told)
            found.set(JSON.stringify([next.processors, next.values]), next)
          } catch (error) {
            fault = (error as Error).message
            break search
          }
          // Counters grow without bound.
          if (found.size > 300) return
        }
      const explored = exploreObject(object, {
        n: 2,
        calls: asked(object, lists),
        check: false,
        costs: false,
      })
      assert.equal(explored.violation?.reason ?? null, fault)
      if (fault === null) assert.equal(explored.states, found.size)
    }),
    { numRuns: 200 },
  )
})

test('of two processors each is asked for everything twice, of three once, and nobody for what is not its own', () => {
  const names = (object: SharedObject, n: number) =>
    usualCalls(object, n).map((own) =>
      own.map(({ operation, argument }) => `${operation}:${argument}`).join(' '),
    )
  // Operations are numbered: read, write. k = 4: 3 − 0, 3 − 2.
  assert.deepEqual(names(registerKvalued, 2), ['1:3 1:1', '0:null 0:null'])
  assert.deepEqual(names(casCounter, 3), ['0:null 1:null', '0:null 1:null', '0:null 1:null'])
})

test('a register with several writers is neither regular nor safe, and that is said', () => {
  const object: SharedObject = {
    ...registerMwmr,
    guarantees: 'regular',
    service: sharedRegister(),
  } as SharedObject
  assert.throws(
    () => exploreObject(object, { n: 2 }),
    (error) => error instanceof InputError && /^regular: p_1 writes while p_0 does/.test(error.message),
  )
})
