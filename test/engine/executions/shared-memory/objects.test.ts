import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  michaelScottQueue,
  registerKvalued,
  sharedObjects,
  treiberStack,
} from '../../../../algorithms/index.ts'
import {
  exploreObject,
  objectWitness,
  objectWitnessNames,
  recordSharedSchedule,
  schedulers,
} from '../../../../engine/index.ts'
import { asked } from '../../../helpers/asked.ts'
import { doubleCollectOfValues } from '../../../helpers/broken-objects.ts'
import fc from '../../../helpers/property.ts'
import { randomObjects } from '../../../helpers/random-object.ts'
import { linesOf, recordedRun, verified } from '../../../helpers/shared-record.ts'

const schedulerNames = schedulers.entries.map(({ name }) => name)

test('the whole file of a write of 1 and a read of it, alone', () => {
  // By hand: p_0 writes 1 and clears bit 0 below it; p_1 reads bit 0, which is 0, then bit 1, which is 1, and looks at bit 0
  // on its way down. No bit has a home; a write is always remote in a cache-coherent memory, p_1's second read of bit 0 is not.
  const calls = asked(registerKvalued, [['write(1)'], ['read']])
  const { blocks } = recordSharedSchedule(registerKvalued, { n: 2, calls, schedule: [0, 0, 1, 1, 1] })
  const lines = linesOf(blocks).map((line) => JSON.parse(line))
  const [header, ...steps] = lines
  assert.deepEqual(
    [header.passages, header.calls, header.condition],
    [[1, 1], [[['write', 1]], [['read']]], 'linearizable'],
  )
  assert.deepEqual(
    steps
      .slice(0, -1)
      .map(({ p, op, access, variable, before, after = before }) => [p, op, access, variable, before, after]),
    [
      [0, 'write', 'write', 'bit[1]', 0, 1],
      [0, 'write', 'write', 'bit[0]', 1, 0],
      [1, 'read', 'read', 'bit[0]', 0, 0],
      [1, 'read', 'read', 'bit[1]', 1, 1],
      [1, 'read', 'read', 'bit[0]', 0, 0],
    ],
  )
  assert.deepEqual(
    steps.slice(0, -1).map(({ interface: crossing }) => crossing ?? []),
    [[['invocation', 'write', 1]], [['response']], [['invocation', 'read']], [], [['response', 1]]],
  )
  const { outcome, measures } = steps.at(-1).end
  const { all, by_name } = measures.operations
  assert.deepEqual([outcome, all.passages, all.max.steps], ['terminated', 2, 3])
  assert.deepEqual([by_name.write.all.max.cc, by_name.read.all.max.cc, by_name.read.solo.max.cc], [2, 2, 2])
})

for (const object of sharedObjects)
  test(`records of ${object.name} are accepted, under every scheduler`, () => {
    const n = object.requires.size ?? 3
    for (const scheduler of schedulerNames) {
      const found = verified(object, recordedRun(object, { n, scheduler, seed: 5 }))
      assert.deepEqual([scheduler, found.first_error], [scheduler, null])
      assert.ok(found.operations! > 0)
    }
  })

test('whatever 300 random objects do, their records are true: right, wrong, stuck, cut short, or failed', () => {
  const runs = fc.record({
    object: randomObjects,
    n: fc.integer({ min: 1, max: 3 }),
    scheduler: fc.constantFrom(...schedulerNames),
    seed: fc.nat(1000),
    steps: fc.integer({ min: 1, max: 80 }),
  })
  const seen = new Set<string>()
  fc.assert(
    fc.property(runs, ({ object, ...run }) => {
      const workload = 'closed:operations=2'
      const { first_error, end } = verified(object, recordedRun(object, { ...run, workload }))
      assert.equal(first_error, null)
      seen.add(end!.property ?? end!.outcome)
    }),
    { numRuns: 300 },
  )
  assert.deepEqual([...seen].sort(), ['budget', 'failed', 'linearizable', 'no deadlock', 'terminated'])
})

for (const [object, lists] of [
  [treiberStack, [['push(1)', 'pop'], ['push(2)']]],
  [michaelScottQueue, [['enqueue(1)'], ['enqueue(2)', 'dequeue']]],
] as const)
  test(`${object.name}: every largest cost has a record, and none shows more`, () => {
    const calls = asked(object, lists)
    const found = exploreObject(object, { n: 2, calls })
    for (const name of objectWitnessNames(found)) {
      const lines = linesOf(
        recordSharedSchedule(object, { n: 2, calls, ...objectWitness(found, name)! }).blocks,
      )
      const last = JSON.parse(lines.at(-1)!)
      last.end.shows.value++
      const { first_error } = verified(object, lines.with(-1, JSON.stringify(last)))
      assert.match(first_error!.problem, /is said to show/)
    }
  })

test('what is not wait-free has a record that goes on for ever, and nobody else’s operation is said never to end', () => {
  // Two updates of p_1 in each collect of p_0 go on for ever; they end themselves.
  const object = doubleCollectOfValues
  const calls = asked(object, [['scan'], ['update(1)', 'update(2)']])
  const found = exploreObject(object, { n: 2, calls, repeats: true, check: false, costs: false })
  const witness = objectWitness(found, 'wait-free')!
  const lines = linesOf(recordSharedSchedule(object, { n: 2, calls, repeats: true, ...witness }).blocks)
  const { end } = JSON.parse(lines.at(-1)!)
  const changed = (change: object) =>
    verified(object, lines.with(-1, JSON.stringify({ end: { ...end, ...change } }))).first_error?.problem
  assert.equal(changed({}), undefined)
  assert.match(changed({ processor: 1 - end.processor })!, /never ends, but it is not so/)
  assert.match(changed({ property: 'lock-free', processor: null })!, /no operation ends, but it is not so/)
  assert.match(changed({ property: 'linearizable', processor: null })!, /not linearizable, but it is/)
})
