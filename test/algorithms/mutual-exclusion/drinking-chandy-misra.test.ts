import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drinkingChandyMisra } from '../../../algorithms/index.ts'
import type { AnyAlgorithm, Call } from '../../../engine/index.ts'
import { assertRightInAllExecutions, confirmedViolation } from '../../helpers/explored-service.ts'
import { historyOf, runCell } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'

const parts = { delay: 'constant', inputs: 'ids=ascending,ports=sorted', seed: 1 } as const
const drinking = drinkingChandyMisra as unknown as AnyAlgorithm

/** When each operation is answered, such as “2 @1.5”. */
const answers = (cell: { topology: string; n: number; workload: string }) => {
  const { history, execution } = historyOf(drinkingChandyMisra, { ...parts, ...cell })
  const times = history.flatMap(({ kind, processor, time }) =>
    kind === 'response' ? [`${processor} @${time}`] : [],
  )
  return { times, messages: execution.measures.messagesByType }
}

/** Sessions, one after the other, each with its bottles. */
const sessions = (...bottles: readonly (readonly number[])[]): readonly Call[] =>
  bottles.flatMap((argument) => [{ operation: 'drink', argument }, { operation: 'rest' }])

test('alone, p_2 gets its forks and one bottle after two units, drinks again for nothing, and then asks for the other bottle', () => {
  // By hand, in a complete graph of three: p_2 has no fork and no bottle. It asks p_0 and p_1 for their forks, which are dirty,
  // and p_0 for the bottle, and has all three at 2. From 3 to 4 it drinks from the same bottle, and at 5 it wants that of
  // p_1. Nobody has asked for the forks, so it has them and eats; it misses the bottle alone, which comes at 7.
  const { times, messages } = answers({
    topology: 'complete',
    n: 3,
    workload: 'given:2.drink(0)@0+2.rest@2.5+2.drink(0)@3+2.rest@4+2.drink(1)@5+2.rest@8',
  })
  assert.deepEqual(times, ['2 @2', '2 @2.5', '2 @3', '2 @4', '2 @7', '2 @8'])
  assert.deepEqual(messages, { request: 2, fork: 2, 'bottle-request': 2, bottle: 2 })
})

test('neighbours who need no common bottle drink at once', () => {
  // p_2 has the bottle that it shares with p_3; p_1 has to ask p_0 for theirs. Both drink from 2 to 9.
  const { times } = answers({
    topology: 'path',
    n: 4,
    workload: 'given:1.drink(0)@0+1.rest@9+2.drink(1)@0+2.rest@9',
  })
  assert.deepEqual(times.toSorted(), ['1 @2', '1 @9', '2 @0', '2 @9'])
})

test('neighbours who need a common bottle drink one after the other', () => {
  // p_0 has the bottle and drinks from 0 to 5; p_1 asks for the fork, which comes at 2, and for the bottle, which comes at 6.
  const { times } = answers({
    topology: 'path',
    n: 2,
    workload: 'given:0.drink(0)@0+0.rest@5+1.drink(0)@0+1.rest@9',
  })
  assert.deepEqual(times, ['0 @0', '0 @5', '1 @6', '1 @9'])
})

test('two neighbours: all executions are right, and each session costs four messages at most', () => {
  // In turn, each session needs the fork and the bottle, which are asked for and come. The first may be that of p_1. Where p_0
  // drinks whenever it wants before p_1 does, only p_1 needs messages, four in all.
  for (const each of [1, 2, 3]) {
    const all = sessions(...Array.from({ length: each }, () => [0]))
    const { messages } = assertRightInAllExecutions(drinking, { topology: 'complete', calls: [all, all] })
    assert.deepEqual([messages.min?.cost, messages.max.cost], [4, 4 * 2 * each])
  }
})

test('three and four: all executions are right, whoever needs which bottles', () => {
  const some = [[0], [0, 1], [1]]
  for (const a of some)
    for (const b of some)
      assertRightInAllExecutions(drinking, {
        topology: 'complete',
        calls: [sessions(a), sessions(b), sessions([0, 1])],
      })
  assertRightInAllExecutions(drinking, {
    topology: 'path',
    calls: [sessions([0], [0]), sessions([0, 1], [1]), sessions([0], [0])],
  })
  assertRightInAllExecutions(drinking, {
    topology: 'ring',
    calls: [sessions([0, 1]), sessions([0, 1]), sessions([0]), sessions([1])],
  })
})

const handlers = drinkingChandyMisra.uponReceiving!

test('who keeps every bottle that it needs, whoever has the fork, waits in a circle of three', () => {
  const keeps = {
    ...drinkingChandyMisra,
    uponReceiving: {
      ...handlers,
      request(p, state, message, from) {
        const wanted = state.bottleRequests[from]!
        state.bottleRequests[from] = wanted && !state.needs[from]
        handlers.request(p, state, message, from)
        state.bottleRequests[from] ||= wanted && state.bottles[from]!
      },
      'bottle-request'(p, state, message, from) {
        if (state.needs[from]) state.bottleRequests[from] = true
        else handlers['bottle-request'](p, state, message, from)
      },
    },
  } satisfies typeof drinkingChandyMisra
  const all = sessions([0, 1])
  const { property, shown } = confirmedViolation(keeps as unknown as AnyAlgorithm, {
    topology: 'complete',
    calls: [all, all, all],
  })
  assert.equal(property, 'answered')
  assert.match(shown, /was asked for drink at time .* and never answers/)
})

test('who gives up a bottle from which it drinks lets another drink from it', () => {
  const gives = {
    ...drinkingChandyMisra,
    uponReceiving: {
      ...handlers,
      'bottle-request'(p, state, message, from) {
        state.needs[from] = false
        handlers['bottle-request'](p, state, message, from)
      },
    },
  } satisfies typeof drinkingChandyMisra
  const { property, shown } = confirmedViolation(gives as unknown as AnyAlgorithm, {
    topology: 'complete',
    calls: [sessions([0]), sessions([0])],
  })
  assert.equal(property, 'bottlesExclude')
  assert.match(shown, /p_\d drinks at time .* from the bottle from which its neighbour p_\d does/)
})

test('exploration finds three who wait for each other where channels do not keep the order', () => {
  const { fifo, ...requires } = drinkingChandyMisra.requires
  assert.equal(fifo, true)
  const all = sessions([0, 1])
  const { property } = confirmedViolation(
    { ...drinking, requires },
    { topology: 'complete', calls: [all, all, all] },
  )
  assert.equal(property, 'answered')
})

test('with every delay and every load, on networks of every kind, all claims hold', () => {
  assertClaimsUnderEveryLoad(drinking, [6])
  for (let seed = 0; seed < 40; seed++) {
    const cell = { topology: 'gnp:degree=4', n: 12, delay: 'exponential', workload: 'saturated', seed }
    const { messagesByType } = runCell(drinking, cell).execution.measures
    assert.equal(messagesByType.request, messagesByType.fork)
    assert.equal(messagesByType['bottle-request'], messagesByType.bottle)
  }
})
