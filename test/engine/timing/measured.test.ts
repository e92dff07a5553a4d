import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Streams } from '../../../engine/random.ts'
import type { DelayModel } from '../../../engine/timing/delay-model.ts'
import { createDelays } from '../../../engine/timing/index.ts'
import { graphFromChannels, type StoredGraph } from '../../../engine/topology/stored-graph.ts'
import fc from '../../helpers/property.ts'
import { checkDelayLaws, delaysOf } from '../../laws/delays.ts'

const PLANETLAB = '../shared/data/planetlab/PlanetLabData_1.txt'

/** The path of three: slots 0→1, 1→0, 1→2, 2→1. */
const path3 = graphFromChannels(3, [0, 1], [1, 2])
const labelled = graphFromChannels(3, [0, 1], [1, 2], { labels: ['New York', 'Rome', '1'] })

function read(spec: string, file: string, graph: StoredGraph = path3): DelayModel {
  return createDelays(spec, { graph, stream: new Streams(1).stream('delays'), readFile: () => file })
}

function complete(n: number): StoredGraph {
  const pairs = Array.from({ length: n }, (_, u) => u).flatMap((u) =>
    Array.from({ length: n - u - 1 }, (_, i) => [u, u + 1 + i] as const),
  )
  return graphFromChannels(
    n,
    pairs.map(([u]) => u),
    pairs.map(([, v]) => v),
  )
}

const list = '3\n1\n4\n# pi\n1\n5\n'
const listCdf = (x: number) => [3, 1, 4, 1, 5].filter((latency) => latency <= x).length / 5
checkDelayLaws('sampled:list.txt', { bounded: false, file: list, cdf: listCdf })
checkDelayLaws('matrix:m.csv', { bounded: false, graph: path3, file: '0,1,2\n3,0,4\n5,6,0' })
checkDelayLaws('table:t.txt', { bounded: true, graph: path3, file: '0 1 1\n1 0 .5\n1 2 .25\n2 1 .1' })
checkDelayLaws('table:t.txt,default=7', { bounded: false, graph: path3, file: '0 1 1' })

test('sampled leaves out the diagonal of a matrix and what was not measured', () => {
  const delays = delaysOf(read('sampled:m', '9 1 -1\n2 9 0\nNaN - 9'), [1000])
  assert.deepEqual(new Set(delays), new Set([1, 2]))
})

test('a list of one number is no matrix', () => {
  assert.deepEqual(delaysOf(read('sampled:m', '9'), [2]), [9, 9])
})

test('matrix gives the processors distinct hosts and each message the latency between them', () => {
  // The latency from host a to host b is 10 a + b + 1, which tells both.
  const hosts = 9
  const file = Array.from({ length: hosts }, (_, a) =>
    Array.from({ length: hosts }, (_, b) => (a === b ? 0 : 10 * a + b + 1)).join('\t'),
  ).join('\r\n')
  fc.assert(
    fc.property(fc.integer({ min: 2, max: hosts }), fc.nat(), (n, seed) => {
      const graph = complete(n)
      const stream = new Streams(seed).stream('delays')
      const model = createDelays('matrix:m', { graph, stream, readFile: () => file })
      assert.ok(model.kind === 'per channel')
      const standings = new Set<string>()
      const hostsUsed = new Set<number>()
      graph.neighbors.forEach((receiver, slot) => {
        const sender = graph.neighbors[graph.offsets[receiver]! + graph.mirrors[slot]!]!
        const [from, to] = [Math.floor((model.delays[slot]! - 1) / 10), (model.delays[slot]! - 1) % 10]
        standings.add(`${sender} on ${from}`).add(`${receiver} on ${to}`)
        hostsUsed.add(from).add(to)
      })
      assert.equal(standings.size, n, 'each processor stands on one host')
      assert.equal(hostsUsed.size, n, 'no two stand on the same')
    }),
  )
})

test('a latency that was not measured is that of the opposite direction, else the median', () => {
  // Measured: 0→1 7 and 2→1 3, so 1→0 is 7 and 1→2 is 3. Of 3 and 7 the larger middle one, 7, fills 0→2 and 2→0.
  const delays = delaysOf(read('matrix:m', '0,7,\n-1,0,0\nNA,3,0', complete(3)), [])
  assert.deepEqual(delays.sort(), [3, 3, 7, 7, 7, 7])
})

test(
  'the PlanetLab latencies serve as delays',
  { skip: !existsSync(PLANETLAB) && `${PLANETLAB} is not here` },
  () => {
    const file = readFileSync(PLANETLAB, 'utf8')
    const all = delaysOf(read('matrix:p', file, complete(490)), [])
    // The largest of its 490 · 489 latencies is 2984.1 ms and the smallest 0.086 ms.
    assert.equal(all.length, 490 * 489)
    const sorted = Float64Array.from(all).sort()
    assert.deepEqual([sorted[0], sorted.at(-1)], [0.086, 2984.1])
    for (const delay of delaysOf(read('sampled:p', file), [1000])) assert.ok(delay > 0 && delay <= 2984.1)
  },
)

test('table reads indices or labels, with a header, comments, quotation marks and any separator', () => {
  const expected = [0.5, 0.25, 1, 0.75]
  const files = [
    '% delays\n0 1 .5\n1 0 .25\n\n1 2 1\n2 1 .75',
    'from,to,delay\r\n0,1,0.5\r\n1,0,0.25\r\n1,2,1\r\n2,1,0.75\r\n',
    '0;1;0.5\n1;0;0.25\n1;2;1\n2;1;0.75',
  ]
  for (const file of files) assert.deepEqual(delaysOf(read('table:t', file), []), expected)
  // The label 1 is processor 2, although processor 1 has the index 1.
  const labels = '"New York" Rome .5\nRome,"New York",.25\nRome 1 1\n1 Rome .75'
  assert.deepEqual(delaysOf(read('table:t', labels, labelled), []), expected)
  assert.deepEqual(delaysOf(read('table:t', files[0]!, labelled), []), expected)
})

test('a table within (0, 1] is taken as it stands; a larger delay makes it unbounded', () => {
  const bounded = (file: string) => {
    const model = read('table:t,default=1', file)
    return model.kind !== 'constant' && model.bounded
  }
  assert.equal(bounded('0 1 0.5'), true)
  assert.equal(bounded('0 1 1.5'), false)
})

test('a table gives back the delays that were written to it', () => {
  const delay = fc.double({ min: 1e-9, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(fc.array(delay, { minLength: 4, maxLength: 4 }), (delays) => {
      const [a, b, c, d] = delays
      assert.deepEqual(delaysOf(read('table:t', `0 1 ${a}\n2 1 ${d}\n1 0 ${b}\n1 2 ${c}`), []), delays)
    }),
  )
})

test('a matrix may have labels at both sides, above or beside, which are no hosts and no latencies', () => {
  const expected = [3, 5, 7, 8, 12, 80]
  const files = [
    ',0,1,2\n0,0,12,80\n1,8,0,3\n2,7,5,0',
    'ms;A;B;C\nA;0;12,0;80\nB;8;0;3\nC;7;5;0',
    'A B C\nA 0 12 80\nB 8 0 3\nC 7 5 0',
    'A B C\n0 12 80\n8 0 3\n7 5 0',
    '"New York" 0 12 80\nB 8 0 3\nC 7 5 0',
  ]
  for (const file of files)
    for (const spec of ['matrix:m', 'sampled:m']) {
      const delays = delaysOf(read(spec, file, complete(3)), spec === 'matrix:m' ? [] : [500])
      assert.deepEqual(
        [...new Set(delays)].sort((a, b) => a - b),
        expected,
        `${spec} ${file}`,
      )
    }
  // Without labels, an empty diagonal is one, although the first row and the first column agree.
  const bare = delaysOf(read('matrix:m', ',12,80\n12,,33\n80,33,', complete(3)), [])
  assert.deepEqual(
    bare.sort((a, b) => a - b),
    [12, 12, 33, 33, 80, 80],
  )
})

test('one half of a matrix, with its diagonal or without, stands for both directions', () => {
  const halves = [
    '0 12.5 80\n\t0 33\n\t\t0',
    '12.5 80\n33',
    '0\n12.5 0\n80 33 0',
    '12.5\n80 33',
    '0 12.5 80\n0 0 33\n0 0 0',
  ]
  for (const file of halves)
    assert.deepEqual(
      delaysOf(read('matrix:m', file, complete(3)), []).sort((a, b) => a - b),
      [12.5, 12.5, 33, 33, 80, 80],
      file,
    )
})

test('a list “from to latency” serves every family, with a header or numbers of hosts', () => {
  const pairs = [
    [0, 1, 45.5],
    [1, 0, 46],
    [0, 2, 80],
    [2, 0, 81],
    [1, 2, 33],
    [2, 1, 34],
  ] as const
  const rows = pairs.map((row) => row.join(' ')).join('\n')
  const words = pairs.map(([a, b, ms]) => `h${a},h${b},${ms}`).join('\n')
  const header = `id;dst;src;latency_ms\n${pairs.map(([a, b, ms], i) => `${i};${b};${a};${String(ms).replace('.', ',')}`).join('\n')}`
  const sorted = [33, 34, 45.5, 46, 80, 81]
  for (const file of [rows, words, header]) {
    assert.deepEqual(
      delaysOf(read('matrix:m', file, complete(3)), []).sort((a, b) => a - b),
      sorted,
    )
    assert.deepEqual(
      [...new Set(delaysOf(read('sampled:m', file), [500]))].sort((a, b) => a - b),
      sorted,
    )
  }
  // Slots of the complete graph: 0→1, 0→2, 1→0, 1→2, 2→0, 2→1.
  const inOrder = [45.5, 80, 46, 33, 81, 34]
  for (const file of [rows, header])
    assert.deepEqual(delaysOf(read('table:m', file, complete(3)), []), inOrder)
})

test('units are milliseconds where they stand, and decimal commas are read beside semicolons and blanks', () => {
  const list = '2ms\n300 us\n0.5 s\n40000ns'
  const found = [...new Set(delaysOf(read('sampled:m', list), [500]))].sort((a, b) => a - b)
  assert.deepEqual(
    found.map((x) => Number(x.toFixed(9))),
    [0.04, 0.3, 2, 500],
  )
  assert.deepEqual(
    new Set(delaysOf(read('sampled:m', '12,5;80,1;2\n33,0;7;4'), [500])),
    new Set([12.5, 80.1, 2, 33, 7, 4]),
  )
  assert.deepEqual(new Set(delaysOf(read('sampled:m', '12,5 80,1 2'), [500])), new Set([12.5, 80.1, 2]))
  assert.deepEqual(
    new Set(delaysOf(read('sampled:m', '12, 5\n3, 7\n9, 4'), [500])),
    new Set([12, 5, 3, 7, 9, 4]),
  )
  assert.deepEqual(
    new Set(delaysOf(read('sampled:m', 'time,rtt_ms,note\n1,5,a\n2,9,b'.replace('time', 'n')), [99])),
    new Set([5, 9]),
  )
})

const failures: readonly (readonly [string, string, string])[] = [
  ['matrix', '', 'delay matrix needs a file: write matrix:PATH'],
  ['sampled:', '', 'delay sampled needs a file: write sampled:PATH'],
  ['sampled:x', '# nothing\n\n', 'x holds no data'],
  ['sampled:x', '0\n-1', 'x holds no positive latency'],
  ['sampled:x', '# ms\n1\n2 3 four', 'x, line 3, field 3: “four” is not a number'],
  ['matrix:x', '0 1\n1 0', 'delay matrix: x has 2 hosts, too few for 3 processors; take n ≤ 2, or sampled:x'],
  ['matrix:x', '0 1 2\n\n1 0\n2 1 0', 'x, line 3 has 2 fields; a matrix of 3 rows needs 3'],
  [
    'sampled:x',
    '12,5\n80,1\n33,0',
    'x, line 1: “12,5” could be one number or two; write 12.5, or “12, 5” with a blank',
  ],
  [
    'sampled:x',
    '1e308\n2',
    'x, line 1, field 1: “1e308” is out of range: times would overflow beyond 1e-100 to 1e+100',
  ],
  [
    'table:x',
    '0 1 1\n1 0 1e-300',
    'x, line 2, field 3: “1e-300” is out of range: times would overflow beyond 1e-100 to 1e+100',
  ],
  ['matrix:x', 'a b 1\na c 2\na b 3', 'x, line 3: there is a latency from a to b already'],
  ['sampled:x', '3ms\n5', 'x, line 2, field 1: “5” has no unit, but “3ms” before has one'],
  ['sampled:x', 'a,b\n1,2', 'x, line 1: expected one column of latencies, called latency'],
  ['table:x', 'src,dst,ms\n0,1', 'x, line 2 has 2 fields; the header has 3'],
  ['matrix:x', '0 0\n0 0', 'x holds no positive latency between two hosts'],
  ['table:x', '0 1', 'x, line 1 has 2 fields; it needs three: from to delay'],
  ['table:x', '0 2 1', 'x, line 1: no channel leads from 0 to 2'],
  ['table:x', '0 1 1\n0 1 1', 'x, line 2: the channel from 0 to 1 has a delay already'],
  ['table:x', '0 1 0', 'x, line 1, field 3: “0” is no delay; it must be a positive number'],
  ['table:x', '0 1 fast', 'x, line 1, field 3: “fast” is no delay; it must be a positive number'],
  ['table:x', '0 3 1', 'x, line 1, field 2: “3” is no index from 0 to 2'],
  ['table:x', 'a 1 1', 'x, line 1, field 1: “a” is no index from 0 to 2'],
  [
    'table:x',
    '1 0 1',
    'x gives no delay for 3 of 4 directed channels, the first from 0 to 1; add them, or default=DELAY',
  ],
]

for (const [spec, file, message] of failures)
  test(`refused: ${message}`, () => {
    assert.throws(() => read(spec, file), { name: 'InputError', message })
  })

test('a table with labels names what it does not know', () => {
  const twins = graphFromChannels(3, [0, 1], [1, 2], { labels: ['Paris', 'Rome', 'Paris'] })
  assert.throws(() => read('table:x', 'Rome Milan 1', twins), {
    message:
      'x, line 1, field 1: “Rome” is no index from 0 to 2, and not all names are labels: “Milan” is none',
  })
  assert.throws(() => read('table:x', 'Rome Paris 1', twins), {
    message: 'x, line 1, field 2: “Paris” labels several processors; use indices',
  })
})
