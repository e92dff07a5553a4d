import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diningChandyMisra } from '../../../algorithms/index.ts'
import { dining, type HistoryEvent } from '../../../engine/index.ts'
import { historyOf, runCell } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'

const parts = { topology: 'ring', delay: 'constant', inputs: 'ids=ascending', seed: 1 } as const

/** When who eats, such as “2 @1.5”. */
const meals = (history: readonly HistoryEvent[]): string[] => {
  const asked = new Map<number, string>()
  return history.flatMap((event) => {
    if (event.kind === 'invocation') asked.set(event.processor, event.operation)
    const eats = event.kind === 'response' && asked.get(event.processor) === 'eat'
    return eats ? [`${event.processor} @${event.time}`] : []
  })
}

test('on a ring of four that are all hungry at 0, dirty forks move on and clean ones stay until they are used', () => {
  // By hand: p_0 has both its forks and eats from 0 to 0.5; p_1 and p_2 have one each, that towards the larger neighbour,
  // and p_3 has none. At 1 the requests arrive. p_0 gives its forks to p_1 and p_3. p_1, who is hungry, gives its dirty fork
  // to p_2, and asks for it at once; so does p_2 with its fork and p_3. At 2, p_3 has both forks and eats until 2.5, when it
  // gives that fork back to p_2. p_2 keeps the clean fork for which p_1 asks, eats from 3.5 to 4 and gives it up; p_1 eats
  // at 5.
  const { history, execution } = historyOf(diningChandyMisra, {
    ...parts,
    n: 4,
    workload: 'once',
  })
  assert.deepEqual(meals(history), ['0 @0', '3 @2', '2 @3.5', '1 @5'])
  // p_1 asks p_0, p_2 asks p_1, p_3 asks p_2 and p_0; then p_1 asks p_2 and p_2 asks p_3.
  assert.deepEqual(execution.measures.messagesByType, { request: 6, fork: 6 })
})

test('two neighbours who eat in turn need a request and a fork for each meal', () => {
  // The bound is attained: the degrees are 1, and 2 · 10 messages go for ten meals.
  const cell = { ...parts, topology: 'path', n: 2, workload: 'saturated:operations=5,hold=1' }
  const { measures } = runCell(diningChandyMisra, cell).execution
  // The first meal is free for the one who has the fork.
  assert.equal(measures.messages, 2 * 9)
})

test('far apart, all can eat at once', () => {
  const { history } = historyOf(diningChandyMisra, {
    ...parts,
    topology: 'path',
    n: 9,
    inputs: 'ids=0+5+1+6+2+7+3+8+4',
    workload: 'once:processors=0+2+4+6+8',
  })
  assert.deepEqual(meals(history), ['0 @0', '2 @0', '4 @0', '6 @0', '8 @0'])
})

test('neighbours who eat at once violate the service, others do not', () => {
  const network = {
    n: 3,
    m: 2,
    degree: (p: number) => (p === 1 ? 2 : 1),
    neighbor: (p: number, channel: number) => (p === 1 ? 2 * channel : 1),
  }
  const { neighborsExclude } = dining.properties as { neighborsExclude: (typeof dining.properties)[string] }
  const eating = (processor: number, id: number): HistoryEvent[] => [
    { kind: 'invocation', id, processor, time: id, operation: 'eat' },
    { kind: 'response', id, processor, time: id },
  ]
  assert.equal(neighborsExclude.check([...eating(0, 0), ...eating(2, 1)], 3, network), true)
  assert.equal(
    neighborsExclude.check([...eating(0, 0), ...eating(1, 1)], 3, network),
    'p_1 eats at time 1 while its neighbour p_0 does',
  )
})

test('with every delay and every load, on networks of every kind, requests and forks are as many and all claims hold', () => {
  assertClaimsUnderEveryLoad(diningChandyMisra, [3, 8])
  for (let seed = 0; seed < 40; seed++) {
    const cell = { topology: 'gnp:degree=4', n: 12, delay: 'exponential', workload: 'saturated', seed }
    const { request, fork } = runCell(diningChandyMisra, cell).execution.measures.messagesByType
    assert.equal(request, fork)
  }
})
