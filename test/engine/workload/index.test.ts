import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drinkingChandyMisra, ricartAgrawala } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  createWorkload,
  type Request,
  type Service,
  Streams,
} from '../../../engine/index.ts'

const register: Service = {
  name: 'register',
  summary: 'to be read and written',
  operations: { read: { summary: '' }, write: { summary: '', argument: 'distinct' } },
  workload: 'closed',
  properties: {},
}
const registers = { ...ricartAgrawala, service: register } as AnyAlgorithm

/** What each processor is asked for if it takes one unit for every answer. */
function asked(algorithm: AnyAlgorithm, spec: string, n = 4, seed = 1): Request[][] {
  const streams = new Streams(seed)
  const graph = buildTopology('complete', { n, stream: streams.stream('topology'), readFile: () => '' })
  const workload = createWorkload(algorithm, new ComputedInstance(graph), streams, spec)!
  return Array.from({ length: n }, (_, p) => {
    const requests: Request[] = []
    for (let time = 0; ; ) {
      const request = workload.next(p, time)
      if (request === null) return requests
      requests.push(request)
      time = request.time + 1
    }
  })
}

/** Specs by family, each with what holds of all that is asked for. */
const laws = {
  'closed:operations=3,hold=0.5,think=fixed,mean=2': [
    // Thinks for 2, is answered after 1, holds for 0.5, is answered after 1, and so on.
    ['acquire', 2],
    ['release', 3.5],
    ['acquire', 6.5],
    ['release', 8],
    ['acquire', 11],
    ['release', 12.5],
  ],
  'open:rate=0.5,gaps=fixed,operations=3,hold=0': [
    // One comes at 2, 4 and 6. The second has to wait for the first, which is over at 4, the third not.
    ['acquire', 2],
    ['release', 3],
    ['acquire', 4],
    ['release', 5],
    ['acquire', 6],
    ['release', 7],
  ],
  'given:0.acquire@1+0.release@1.5+1.acquire@0+1.release@0+2.acquire@1+2.release@1.5+3.acquire@1+3.release@1.5':
    [
      ['acquire', 1],
      // It is asked for at 1.5, and answers the one before at 2.
      ['release', 2],
    ],
} as const

for (const [spec, expected] of Object.entries(laws))
  test(`${spec.slice(0, 40)} asks for what it says, when it says`, () => {
    assert.deepEqual(
      asked(ricartAgrawala, spec)[0]!.map(({ operation, time }) => [operation, time]),
      expected,
    )
  })

test('processors are chosen by name or at random, and the others are asked for nothing', () => {
  const counts = (spec: string) => asked(registers, spec).map((requests) => requests.length)
  assert.deepEqual(counts('closed:operations=2,processors=1+3'), [0, 2, 0, 2])
  assert.equal(counts('closed:operations=2,k=3').filter((count) => count === 2).length, 3)
})

test('no two arguments are the same, unless they are bits or inputs', () => {
  const writes = asked(registers, 'closed:operations=20,mix=write:1').flat()
  assert.equal(new Set(writes.map(({ argument }) => argument)).size, 80)
  const inputs = asked(registers, 'closed:operations=1,mix=write:1,values=input').flat()
  assert.deepEqual(
    inputs.map(({ argument }) => argument),
    [0, 1, 2, 3],
  )
  const bits = asked(registers, 'closed:operations=20,mix=write:1,values=bit').flat()
  assert.deepEqual([...new Set(bits.map(({ argument }) => argument))].sort(), [0, 1])
})

test('who is asked with channels is asked with some of its own, each set but the empty one as often as another', () => {
  const requests = asked(drinkingChandyMisra as unknown as AnyAlgorithm, 'closed:operations=3500', 4).flat()
  const counts = new Map<string, number>()
  for (const { operation, argument } of requests)
    if (operation === 'drink') counts.set(String(argument), (counts.get(String(argument)) ?? 0) + 1)
  // In a complete graph of four each has three channels, so there are seven sets, and 14,000 draws. The standard deviation
  // of a count is √(14000 · 1/7 · 6/7) = 41.4; five of them.
  assert.deepEqual([...counts.keys()].sort(), ['0', '0,1', '0,1,2', '0,2', '1', '1,2', '2'])
  for (const [set, count] of counts) assert.ok(Math.abs(count - 2000) < 207, `${set}: ${count}`)
})

test('channels are named one after the other', () => {
  const [requests] = asked(
    drinkingChandyMisra as unknown as AnyAlgorithm,
    'given:0.drink(2/0)@0+0.rest@1+0.drink(1)@2',
  )
  assert.deepEqual(
    requests!.map(({ argument }) => argument),
    [[2, 0], undefined, [1]],
  )
})

test('operations come in their shares', () => {
  const requests = asked(registers, 'closed:operations=1000,mix=read:9+write:1', 4).flat()
  const writes = requests.filter(({ operation }) => operation === 'write').length
  // 4000 draws with 0.1 have a standard deviation of 19; five of them.
  assert.ok(Math.abs(writes - 400) < 95, `${writes} writes`)
})

test('pauses have the mean that was asked for, whatever their law', () => {
  for (const think of ['exponential', 'uniform', 'fixed']) {
    const requests = asked(registers, `closed:operations=4000,mean=3,think=${think}`, 2)[0]!
    const pauses = requests.map(({ time }, i) => time - (i === 0 ? 0 : requests[i - 1]!.time + 1))
    const mean = pauses.reduce((sum, pause) => sum + pause, 0) / pauses.length
    // The standard deviation of the mean is at most 3 / √4000 = 0.047.
    assert.ok(Math.abs(mean - 3) < 0.24, `${think}: ${mean}`)
  }
})
