import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gossipBroadcast } from '../../../algorithms/index.ts'
import { delays } from '../../../engine/index.ts'
import { historyOf, runCell, violations } from '../../helpers/run.ts'
import { deliveriesIn } from '../../helpers/with-delays.ts'

const sorted = { inputs: 'ids=ascending,root=0,ports=sorted', delay: 'constant', seed: 1 } as const

test('on a star the hub tells its leaves in turn, at every tick one, and not who told it', () => {
  // By hand: p_0 is the hub, p_1 asks at 0 and tells it at its tick at 0.5. The hub hears at 1.5 and ticks at 2 and 2.5: it
  // tells p_2, then p_3, who hear at 3 and 3.5.
  const gossip = gossipBroadcast.with('period=0.5')
  const cell = { ...sorted, topology: 'star', n: 4, workload: 'given:1.broadcast(7)@0' }
  const { history, execution } = historyOf(gossip, cell)
  assert.deepEqual(deliveriesIn(history), [
    [1, 7, 0],
    [0, 7, 1.5],
    [2, 7, 3],
    [3, 7, 3.5],
  ])
  assert.equal(execution.measures.messages, 3)
})

test('what comes until the next tick goes together', () => {
  // By hand: p_1 and p_2 ask at 0; both tell the hub at 1, which hears both at 2 and has 7 for p_2, 8 for p_1, and both for
  // p_3: at its tick at 3 it tells all three.
  const gossip = gossipBroadcast.with('period=1,fanout=9')
  const workload = 'given:1.broadcast(7)@0+2.broadcast(8)@0'
  const { history, execution } = historyOf(gossip, { ...sorted, topology: 'star', n: 4, workload })
  assert.equal(execution.measures.messages, 2 + 3)
  assert.deepEqual(
    deliveriesIn(history).filter(([p, , time]) => p === 3 || time > 3),
    [
      [1, 8, 4],
      [2, 7, 4],
      [3, 7, 4],
      [3, 8, 4],
    ],
  )
})

test('with every delay, every load and every clock, everybody delivers everything, and all claims hold', () => {
  const families = delays.entries
    .map(({ name }) => name)
    .filter((name) => !/^(distance|worst|matrix|sampled|table)$/.test(name))
  for (const spec of ['', 'period=0.3', 'period=2,fanout=3'])
    for (const [i, topology] of ['star', 'complete', 'grid', 'path', 'random-tree', 'gnp:degree=4'].entries())
      for (const [j, delay] of families.entries())
        for (const workload of ['closed', 'open:rate=2', 'once', 'saturated']) {
          const clocks = ['perfect', 'offset', 'drift:rho=0.1'][(i + j) % 3]!
          const cell = { topology, n: 9, delay, workload, clocks, seed: 10 * i + j }
          assert.deepEqual(violations(runCell(gossipBroadcast.with(spec), cell)), [], JSON.stringify(cell))
        }
})
