import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCharts } from '../../../../reports/index.ts'
import { typedSweep } from '../../../helpers/samples.ts'
import { stockResults } from '../../../helpers/stock-results.ts'

const results = stockResults('price-of-synchrony', {
  algorithms: ['floodmax', 'bfs-sync'],
  over: ['simple', 'alpha'],
  topologies: ['ring'],
  sizes: [4, 6],
  replicates: 2,
})

const items = (spec: string) =>
  makeCharts(results, undefined, [spec]).map(({ name, data }) => ({
    name,
    items: data.map(({ algorithm, n, type, messages_mean, claim_mean }) =>
      [algorithm, n, type, messages_mean, claim_mean].join(' '),
    ),
  }))

test('a bill has what is carried first, then what is control, and the claim: a chart for each algorithm inside', () => {
  // By hand: on a ring of six, D = R = 3 and FloodMax sends 2m D = 36 messages. Breadth-first search sends 2m − (n − 1) = 7
  // in ecc + 1 = 4 rounds, and the simple synchronizer 2m R = 48, of which 7 are not empty.
  assert.deepEqual(items('bill'), [
    {
      name: 'bill-floodmax',
      items: [
        'floodmax over simple 6 carried 36 36',
        'floodmax over alpha 6 carried 36 108',
        'floodmax over alpha 6 ack 36 108',
        'floodmax over alpha 6 safe 36 108',
      ],
    },
    {
      name: 'bill-bfs-sync',
      items: [
        'bfs-sync over simple 6 carried 7 48',
        'bfs-sync over simple 6 empty 41 48',
        'bfs-sync over alpha 6 carried 7 62',
        'bfs-sync over alpha 6 ack 7 62',
        'bfs-sync over alpha 6 safe 48 62',
      ],
    },
  ])
})

test('per carried message and at another size, a bill is that much less', () => {
  // By hand: on a ring of four, D = R = 2: of 2m D = 16 messages each is acknowledged, and there are 16 ⟨safe⟩.
  assert.deepEqual(items('bill:n=4,per=carried')[0], {
    name: 'bill-per-carried-floodmax-n-4',
    items: [
      'floodmax over simple 4 carried 1 1',
      'floodmax over alpha 4 carried 1 3',
      'floodmax over alpha 4 ack 1 3',
      'floodmax over alpha 4 safe 1 3',
    ],
  })
})

test('the algorithm alone stands beside its wrappers and carries all that it sends, as does a wrapper that adds nothing', () => {
  // By hand: on a path of four, a broadcast is flooded with n − 1 = 3 messages, and so is the number that the root gives to
  // each of three, but not to its own: 3 · 4 and 3 · 3.
  const ordered = stockResults('price-of-order', {
    over: ['none', 'fifo-order', 'sequencer-order'],
    topologies: ['path'],
    sizes: [4],
    workloads: ['once'],
    replicates: 2,
  })
  const [bill] = makeCharts(ordered, undefined, ['bill'])
  assert.deepEqual(
    bill!.data.map(({ algorithm, type, messages_mean, claim_mean }) =>
      [algorithm, type, messages_mean, claim_mean].join(' '),
    ),
    [
      'flooding-broadcast carried 12 12',
      'flooding-broadcast over fifo-order carried 12 12',
      'flooding-broadcast over sequencer-order carried 12 21',
      'flooding-broadcast over sequencer-order number 9 21',
    ],
  )
})

test('where nothing is carried there is no bill', () => {
  assert.deepEqual(makeCharts(typedSweep(), undefined, ['bill']), [])
})
