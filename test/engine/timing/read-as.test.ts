import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Streams } from '../../../engine/random.ts'
import { createDelays } from '../../../engine/timing/index.ts'
import { graphFromChannels } from '../../../engine/topology/stored-graph.ts'

/** The path of three, of four directed channels. */
const path3 = graphFromChannels(3, [0, 1], [1, 2])

const line = (spec: string, file: string): unknown => {
  const stream = new Streams(1).stream('delays')
  const model = createDelays(spec, { graph: path3, stream, readFile: () => file })
  return 'readAs' in model ? model.readAs : undefined
}

/** The counts are those of the numbers in the text, the diagonal aside. */
const cases: readonly (readonly [spec: string, file: string, line: string])[] = [
  ['matrix:f', '0 1 2\n3 0 4\n5 6 0', 'a matrix: 3 hosts, 6 latencies'],
  ['matrix:f', '0 1 2\n3 0 -\nNA 6 0', 'a matrix: 3 hosts, 4 latencies, 2 not measured'],
  ['matrix:f', ',a,b,c\na,0,1,2\nb,3,0,4\nc,5,6,0', 'a matrix with labels: 3 hosts, 6 latencies'],
  ['matrix:f', '0 1,5 2\n3 0 4\n5 6 0', 'a matrix, with decimal commas: 3 hosts, 6 latencies'],
  ['matrix:f', '0 1 2\n0 4\n0', 'the upper half of a matrix: 3 hosts, 3 latencies'],
  ['matrix:f', '1\n2 -', 'the lower half of a matrix: 3 hosts, 2 latencies, 1 not measured'],
  ['matrix:f', 'a b 1\nb a 2\nb c 3', 'a list “from to latency”: 3 hosts, 3 latencies, 3 not measured'],
  [
    'matrix:f',
    'src,dst,ms\na,b,1\nc,a,2',
    'a list “from to latency” with a header: 3 hosts, 2 latencies, 4 not measured',
  ],
  ['sampled:f', '3\n1\n4\n1', 'numbers: 4 latencies'],
  ['sampled:f', '3', 'numbers: 1 latency'],
  ['sampled:f', '3 1 -\n1', 'numbers: 3 latencies, 1 not measured'],
  ['sampled:f', 'host,rtt,note\n1,5,0\n2,6,0', 'the column rtt: 2 latencies'],
  ['sampled:f', '0 1 45.5\n1 0 46\n0 2 80\n1 2 33', 'a list “from to latency”: 4 latencies'],
  ['sampled:f', '12,5;80\n33;1,5', 'a matrix, with decimal commas: 2 latencies'],
  ['table:f', '0 1 1\n1 0 2\n1 2 3\n2 1 4', 'a list “from to delay”: 4 delays'],
  [
    'table:f,default=1',
    'src,dst,delay\n0,1,1',
    'a list “from to delay” with a header: 1 delay, 3 by default',
  ],
]

for (const [spec, file, text] of cases)
  test(`${spec} of ${JSON.stringify(file)} is read as ${text}`, () => {
    assert.equal(line(spec, file), `read as ${text}`)
  })

test('delays that are from no file are not read as anything', () => {
  for (const spec of ['constant', 'uniform', 'per-link', 'starve']) assert.equal(line(spec, ''), undefined)
})
