import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hyperElect, lcr } from '../../../algorithms/index.ts'
import { ComputedInstance, execute, InputError, Random, withShuffledChannels } from '../../../engine/index.ts'
import { isHypercube } from '../../../engine/topology/is-hypercube.ts'
import { connectedGraphs } from '../../helpers/graphs.ts'
import { allDistances, build } from '../../laws/networks.ts'

test('a hypercube is recognised however its channels are numbered', () => {
  for (const n of [2, 4, 8, 16, 32]) {
    const cube = build('hypercube', n, 1)
    assert.ok(isHypercube(cube))
    assert.ok(isHypercube(withShuffledChannels(cube, new Random(1, 2, 3, 4))))
  }
})

test('of all connected graphs of two and four processors, the path of two and the three squares are hypercubes', () => {
  // The vertices of a square can be named in 4!/8 = 3 ways.
  const count = (n: number) => [...connectedGraphs(n)].filter(isHypercube).length
  assert.deepEqual([count(2), count(3), count(4)], [1, 0, 3])
})

test('eight processors of three channels that are no cube are told apart from it', () => {
  // With their opposites, the processors of a ring of eight form a Möbius ladder: it has an odd cycle 0, 1, 2, 3, 4.
  const ladder = build('circulant:offsets=1+4', 8, 1)
  assert.ok(allDistances(ladder)[0]!.filter((distance) => distance === 1).length === 3)
  assert.ok(!isHypercube(ladder))
})

test('a square that is oriented as a cube is no oriented ring, and the other way round', () => {
  const refuses = (algorithm: typeof lcr | typeof hyperElect, topology: string, remedy: RegExp) =>
    assert.throws(
      () => execute(algorithm, new ComputedInstance(build(topology, 4, 1)), { kind: 'synchronous' }),
      (error) => error instanceof InputError && remedy.test(error.message),
    )
  refuses(lcr, 'hypercube', /consistently numbered channels.*such as ring/)
  refuses(hyperElect, 'ring', /consistently numbered channels.*such as hypercube/)
  refuses(hyperElect, 'complete', /shape hypercube.*use topology hypercube/)
})
