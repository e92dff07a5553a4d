import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  brokenPromise,
  createObject,
  executeShared,
  exploreObject,
  formalShared,
  linearizable,
  objectWitness,
  recordSharedSchedule,
  regular,
  type SharedObject,
} from '../../../engine/index.ts'
import { asked } from '../../helpers/asked.ts'
import * as broken from '../../helpers/broken-objects.ts'
import { linesOf, verified } from '../../helpers/shared-record.ts'

type Lists = readonly (readonly string[])[]

/** Objects whose histories are wrong with these operations, and how many steps show it. */
const wrong: readonly (readonly [SharedObject, Lists, steps: number])[] = [
  // p_1 passes bits 0 and 1 as they are 0 … as the test below says.
  [
    broken.kvaluedWithoutWayDown,
    [
      ['write(3)', 'write(1)', 'write(2)'],
      ['read', 'read'],
    ],
    12,
  ],
  // The first digit of 3, and the second one of 0.
  [broken.binaryAsRegular, [['write(3)'], ['read']], 3],
  // One reader has been told, the other one not yet.
  [broken.swmrWithSilentReaders, [['write(1)'], ['read'], ['read']], 3],
  // p_1 writes twice before p_0 does, whose time is then the smaller one.
  [broken.mwmrWithOwnTimes, [['write(1)'], ['write(2)', 'write(4)', 'read']], 8],
  // The scan sees p_1's update, and not that of p_0, which was before it.
  [broken.singleCollect, [['update(1)'], ['update(2)'], ['scan']], 5],
  // p_1 scans, 6 steps; p_2 updates, 7; p_0 collects, 3; p_1 writes; p_0 collects, 3, and borrows the view without p_2's value.
  [broken.hastySnapshot, [['scan'], ['update(1)'], ['update(2)']], 20],
  // Segments are the same whenever they are looked at, but were not at one time.
  [
    broken.doubleCollectOfValues,
    [['scan'], ['update(1)', 'update(0)', 'update(1)'], ['update(2)', 'update(0)', 'update(2)']],
    12,
  ],
  // Both read 0.
  [broken.counterWritten, [['increment'], ['increment', 'read']], 5],
  // While p_0 has seen node 1 on top and node 0 below, p_1 takes both and pushes node 1 again: seven operations of four steps.
  [
    broken.treiberWithReuse,
    [
      ['pop', 'pop'],
      ['push(1)', 'push(2)', 'pop', 'pop', 'push(3)'],
    ],
    28,
  ],
]

/** The history of an execution, by the definitions. */
function historyOf(object: SharedObject, lists: Lists, schedule: readonly number[]) {
  const calls = asked(object, lists)
  const passages = calls.map(({ length }) => length)
  const system = { algorithm: object, n: calls.length, passages, calls }
  const result = formalShared.sharedExec(formalShared.initialSharedConfiguration(system), schedule)
  assert.ok(result.kind === 'execution')
  return formalShared.sharedHistory(result.execution)
}

for (const [object, lists, steps] of wrong)
  test(`${object.name}: a shortest execution of ${steps} steps has a wrong history`, () => {
    const found = exploreObject(object, { n: lists.length, calls: asked(object, lists), costs: false })
    assert.equal(brokenPromise(object, found), object.guarantees)
    const { schedule } = found.violation!
    const history = historyOf(object, lists, schedule)
    const sequential = createObject(object.service.object(lists.length))
    const check = object.guarantees === 'regular' ? regular : linearizable
    assert.equal(check(history, sequential).kind, 'wrong')
    assert.equal(schedule.length, steps)
    // One step less, and it is right.
    assert.equal(check(historyOf(object, lists, schedule.slice(0, -1)), sequential).kind, 'holds')
  })

for (const [object, lists] of wrong)
  test(`${object.name}: with the reduction, some execution has a wrong history`, () => {
    const calls = asked(object, lists)
    const found = exploreObject(object, { n: lists.length, calls, costs: false, reduce: true })
    assert.equal(brokenPromise(object, found), object.guarantees)
    const sequential = createObject(object.service.object(lists.length))
    const check = object.guarantees === 'regular' ? regular : linearizable
    assert.equal(check(historyOf(object, lists, found.violation!.schedule), sequential).kind, 'wrong')
  })

for (const [object, lists, steps] of wrong)
  test(`${object.name}: the checker accepts the record of that execution, and under no other name`, () => {
    const n = lists.length
    const calls = asked(object, lists)
    const found = exploreObject(object, { n, calls, costs: false })
    const witness = objectWitness(found, 'violation')!
    const lines = linesOf(recordSharedSchedule(object, { n, calls, ...witness }).blocks)
    const { first_error, end } = verified(object, lines)
    assert.deepEqual(
      [first_error, end!.outcome, end!.property, end!.steps],
      [null, 'violated', object.guarantees, steps],
    )
    for (const property of ['lock-free', 'wait-free', 'no deadlock', 'mutual exclusion', null]) {
      const last = JSON.parse(lines.at(-1)!)
      last.end.property = property
      if (property === null) last.end.outcome = 'budget'
      const { ok, first_error } = verified(object, lines.with(-1, JSON.stringify(last)))
      assert.equal(ok, false)
      assert.match(first_error!.problem, /its history is not (linearizable|regular): /)
    }
  })

test('a thousand random runs miss one of them, and exploration finds it', () => {
  // By hand: p_1's seven operations of four steps each fall between two certain steps of p_0, so that of 28 coins that say whose
  // step is next nearly all have to say p_1 in a row.
  const [object, lists] = wrong.find(([one]) => one === broken.treiberWithReuse)!
  const calls = asked(object, lists)
  const outcomes = Array.from(
    { length: 1000 },
    (_, seed) => executeShared(object, { n: 2, calls, seed }).outcome.kind,
  )
  assert.deepEqual(new Set(outcomes), new Set(['terminated']))
})

test('without the way down, a later read answers with an older value, and every history is regular', () => {
  const object = broken.kvaluedWithoutWayDown
  const lists = [
    ['write(3)', 'write(1)', 'write(2)'],
    ['read', 'read'],
  ]
  const { violation } = exploreObject(object, { n: 2, calls: asked(object, lists), costs: false })
  // p_0 writes 3 and clears bits 2, 1, 0. p_1 reads bits 0 and 1, both 0. p_0 writes 1: bits 1, 0; then it sets bit 2, to write
  // 2. p_1 reads bit 2, which is 1: its first read answers 2. The second one finds bit 1 still set: 1.
  assert.deepEqual(
    violation!
      .fault!.part.flatMap((event) => (event.kind === 'response' ? [event.result ?? 'done'] : []))
      .slice(-2),
    [2, 1],
  )
  const promised = { ...object, guarantees: 'regular' } as const
  const found = exploreObject(promised, { n: 2, calls: asked(object, lists), costs: false })
  assert.deepEqual([found.complete, found.violation], [true, null])
})

test('where nobody helps, an enqueue can wait for ever for another one that has stopped', () => {
  const object = broken.queueWithoutHelp
  const lists = [['enqueue(1)'], ['enqueue(2)']]
  const calls = asked(object, lists)
  const found = exploreObject(object, { n: 2, calls, costs: false })
  assert.equal(found.violation, null)
  assert.equal(brokenPromise(object, found), 'lock-free')
  const { stem, cycle } = found.blocked!
  // Only one takes steps: it reads the tail and what is behind it, again and again.
  const blocked = recordSharedSchedule(object, { n: 2, calls, ...objectWitness(found, 'lock-free')! })
  assert.deepEqual([blocked.end.outcome, blocked.end.property], ['violated', 'lock-free'])
  assert.equal(new Set(cycle).size, 1)
  assert.equal(cycle.length, 2)
  assert.equal(
    historyOf(object, lists, [...stem, ...cycle]).filter(({ kind }) => kind === 'response').length,
    0,
  )
})

test('a double collect that compares values is not wait-free: two updates in each collect go on for ever', () => {
  const object = broken.doubleCollectOfValues
  const lists = [['scan'], ['update(1)', 'update(2)']]
  const found = exploreObject(object, { n: 2, calls: asked(object, lists), repeats: true, check: false })
  const { processor, cycle } = found.unending!
  assert.equal(processor, 0)
  assert.ok(cycle.includes(0) && cycle.includes(1))
  assert.equal(found.extremes['scan:steps']!.kind, 'unbounded')
  // It is lock-free: the updates end.
  assert.equal(found.blocked, null)
})

test('runs are held to the promise, too: of a hundred random ones some find the stack that uses nodes again', () => {
  const object = broken.treiberWithReuse
  const outcomes = Array.from({ length: 100 }, (_, seed) => executeShared(object, { n: 3, seed }).outcome)
  const found = outcomes.filter(({ kind }) => kind === 'violated')
  assert.ok(found.length > 0 && found.length < 100)
  for (const outcome of found) assert.ok(outcome.kind === 'violated' && outcome.property === 'linearizable')
})
