import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TopologyName, type TopologySpec, topologies } from '../../../engine/index.ts'

test('specs are checked when an experiment is compiled', () => {
  const specs: TopologySpec[] = ['ring', 'gnp:degree=8', 'file:network.gml,component=largest']
  // @ts-expect-error: there is no such family.
  const unknown: TopologyName = 'rign'
  assert.ok(specs.every((spec) => topologies.parse(spec).spec === spec))
  assert.throws(() => topologies.parse(unknown), /did you mean ring/)
})
