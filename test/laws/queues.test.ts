import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  BucketQueue,
  type Cell,
  delays,
  type EventQueue,
  execute,
  HeapQueue,
  prepareCell,
} from '../../engine/index.ts'
import { QuaternaryQueue } from '../../engine/simulation/queues/quaternary-queue.ts'
import { comesToAnEnd, hasBoundsFor, networksFor } from '../helpers/catalogue.ts'

const sizes = [9, 16, 50]
/** Those of algorithms in which every processor sends something over all channels, again and again. */
const smaller = [4, 9]

/** The files that some delays and topologies read. */
const files: Readonly<Record<string, string>> = {
  hosts: Array.from({ length: 64 }, (_, i) =>
    Array.from({ length: 64 }, (_, j) => 10 + ((7 * i + 11 * j) % 90)).join(' '),
  ).join('\n'),
  latencies: '12.5\n80\n33\n7.25\n80\n140',
  channels: '0 1 0.5\n1 0 0.25',
  network: '0 1\n1 2\n2 3\n3 0\n3 1\n3 4',
}

const delaySpecs: Readonly<Record<string, string>> = {
  matrix: 'matrix:hosts',
  table: 'table:channels,default=0.75',
  sampled: 'sampled:latencies',
}

/** Every topology on which an algorithm can run, in up to three sizes. */
function networks(algorithm: AnyAlgorithm): { topology: string; n: number }[] {
  const fromFile = algorithm.requires.shape === undefined ? [{ topology: 'file:network', n: 0 }] : []
  const sendsMuch = algorithm.service !== undefined || algorithm.name === 'cmh-deadlock'
  return [...networksFor(algorithm, sendsMuch ? smaller : sizes), ...fromFile]
}

/** All that an execution leaves behind, as text. */
function bytes(algorithm: AnyAlgorithm, cell: Cell, queue?: EventQueue): string {
  const { instance, timing } = prepareCell(algorithm, cell, (path) => files[path]!)
  const { outcome, measures, final } = execute(algorithm, instance, timing, {
    seed: cell.seed,
    ...(queue && { queue }),
  })
  return JSON.stringify([outcome, measures, final.states])
}

/** Whether the delays can be had: channels without length have no delay by distance, and so on. */
function fits(algorithm: AnyAlgorithm, delay: string, topology: string): boolean {
  if (!comesToAnEnd(algorithm, delay) || !hasBoundsFor(algorithm, delay)) return false
  if (delay === 'worst') return algorithm.worstDelays !== undefined
  if (delay === 'distance') return topology === 'random-geometric'
  // The file names a channel between processors 0 and 1.
  return delay !== 'table' || ['path', 'ring', 'complete', 'file:network'].includes(topology)
}

const isSimultaneous = ({ requires }: AnyAlgorithm): boolean => requires.initiators !== undefined

for (const algorithm of algorithms.filter(({ requires }) => !requires.synchronous))
  test(`${algorithm.name}: the same bytes with heap-js, a 4-ary heap, the buckets and as the engine chooses, on every topology with every delay`, () => {
    let compared = 0
    for (const { topology, n } of networks(algorithm))
      for (const { name } of delays.entries) {
        if (!fits(algorithm, name, topology)) continue
        const cell: Cell = {
          algorithm: algorithm.name,
          timing: 'asynchronous',
          topology,
          n,
          delay: delaySpecs[name] ?? name,
          wakeup:
            compared % 3 === 0 && name !== 'stepped' && !isSimultaneous(algorithm) ? 'staggered' : 'all',
          faults: 'none',
          inputs: 'random',
          ...(algorithm.requires.weights !== undefined && { weights: 'distinct' }),
          ...(algorithm.service !== undefined && { workload: 'closed:operations=2' }),
          replicate: 0,
          seed: compared++,
        }
        const reference = bytes(algorithm, cell, new HeapQueue())
        assert.equal(bytes(algorithm, cell), reference, JSON.stringify(cell))
        assert.equal(bytes(algorithm, cell, new BucketQueue()), reference, JSON.stringify(cell))
        assert.equal(bytes(algorithm, cell, new QuaternaryQueue()), reference, JSON.stringify(cell))
      }
    const possible = delays.entries.filter(({ name }) => hasBoundsFor(algorithm, name))
    assert.ok(compared >= possible.length - 2)
  })
