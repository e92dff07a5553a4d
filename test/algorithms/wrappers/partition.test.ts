import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partitionOf } from '../../../algorithms/index.ts'
import { buildTopology, Random } from '../../../engine/index.ts'

const networks = ['ring', 'torus', 'gnp:degree=6', 'random-tree', 'complete', 'star', 'hypercube', 'barbell']

for (const topology of networks)
  test(`the clusters of a ${topology} are what Awerbuch says, for every K`, () => {
    const n = 64
    const graph = buildTopology(topology, { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
    for (const K of [2, 2.5, 3, 4, 8]) {
      const found = partitionOf(graph, K)
      assert.ok(found.preferredCount <= (K - 1) * n)
      assert.ok(found.depthMax <= Math.log(n) / Math.log(K))
      // Every processor but the leaders has a parent in its cluster, one step nearer to the leader, whose child it is.
      for (let p = 0; p < n; p++) {
        const leads = found.leaders[found.cluster[p]!] === p
        assert.equal(found.parent[p] === -1, leads)
        if (leads) continue
        const q = graph.neighbor(p, found.parent[p]!)
        assert.equal(found.cluster[q], found.cluster[p])
        assert.equal(found.depth[p], found.depth[q]! + 1)
        assert.ok(found.children[q]!.includes(graph.mirror(p, found.parent[p]!)))
      }
      assert.equal(found.children.flat().length, n - found.leaders.length)
      // For each two clusters with a channel between them, one channel, at both its ends.
      const adjacent = new Set<string>()
      const joined: string[] = []
      for (let p = 0; p < n; p++)
        for (let channel = 0; channel < graph.degree(p); channel++) {
          const q = graph.neighbor(p, channel)
          const [a, b] = [found.cluster[p]!, found.cluster[q]!]
          if (a < b) adjacent.add(`${a} ${b}`)
          const ends = [
            found.preferred[p]!.includes(channel),
            found.preferred[q]!.includes(graph.mirror(p, channel)),
          ]
          assert.equal(ends[0], ends[1])
          if (ends[0] && p < q) joined.push([a, b].sort((x, y) => x - y).join(' '))
        }
      assert.deepEqual(joined.sort(), [...adjacent].sort())
      assert.equal(found.preferredCount, adjacent.size)
    }
  })
