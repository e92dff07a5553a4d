/** All executions on small networks: every order of messages, with the broadcasts asked for at all moments. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  algorithms,
  batchingBroadcast,
  causalBroadcast,
  fifoBroadcast,
  reliableBroadcastEager,
  skeen,
  totalOrderAcknowledged,
  totalOrderSequencer,
  totalOrderSymmetric,
} from '../../../algorithms/index.ts'
import { type AnyAlgorithm, broadcasts } from '../../../engine/index.ts'
import { assertRightInAllExecutions, confirmedViolation, numbered } from '../../helpers/explored-service.ts'

/**
 * How many each of three broadcasts. Configurations are told apart by their histories, of which there are as many as there
 * are orders of all deliveries, so that most algorithms can be explored with two broadcasts in a second or so.
 */
const amongThree = new Map<string, readonly (readonly number[])[]>([
  [
    fifoBroadcast.name,
    [
      [1, 1, 1],
      [2, 0, 0],
    ],
  ],
  [
    causalBroadcast.name,
    [
      [1, 1, 1],
      [2, 0, 0],
    ],
  ],
  [
    totalOrderSequencer.name,
    [
      [0, 1, 1],
      [1, 1, 0],
      [0, 2, 0],
    ],
  ],
  // Two that cross are below.
  [batchingBroadcast.name, [[2, 0, 0]]],
  [reliableBroadcastEager.name, [[1, 1, 0]]],
])

for (const algorithm of algorithms.filter(({ service }) => service?.spread !== undefined))
  test(`${algorithm.name}: whatever two and three broadcast is delivered everywhere in its order, in all executions`, () => {
    // Skeen's three phases for each of four broadcasts are too many.
    const twice = algorithm.name === skeen.name ? [2, 1] : [2, 2]
    const three = amongThree.get(algorithm.name) ?? [
      [1, 1, 0],
      [2, 0, 0],
    ]
    for (const counts of [[1, 1], twice, ...three])
      assertRightInAllExecutions(algorithm, numbered(counts, 'broadcast'))
  })

const heldTo = (algorithm: object, to: keyof typeof broadcasts): AnyAlgorithm =>
  ({ ...algorithm, service: broadcasts[to] }) as AnyAlgorithm

for (const [algorithm, order, property, counts] of [
  [reliableBroadcastEager, 'fifo', 'fifoOrder', [2, 0]],
  [fifoBroadcast, 'causal', 'causalOrder', [1, 1, 0]],
  [causalBroadcast, 'total', 'totalOrder', [1, 1]],
  [totalOrderSequencer, 'fifo', 'fifoOrder', [0, 2]],
  [totalOrderSequencer, 'causal', 'causalOrder', [0, 2]],
  [skeen, 'fifo', 'fifoOrder', [2, 0]],
] as const)
  test(`exploration finds that ${algorithm.name} is not held to ${order} order, in an execution that is confirmed`, () => {
    const found = confirmedViolation(heldTo(algorithm, order), numbered(counts, 'broadcast'))
    assert.equal(found.property, property)
    assert.match(found.shown, new RegExp(`^${property}: p_\\d delivers \\d of p_\\d`))
  })

test('exploration finds no order broken that follows from another', () => {
  // Causal order implies that of each sender, and timestamps give a total order that is both.
  assertRightInAllExecutions(heldTo(causalBroadcast, 'fifo'), numbered([2, 1], 'broadcast'))
  // Of two batches on one channel, the second waits for the acknowledgement of the first. So whoever passes something on has
  // passed on before, there, all that it had delivered: what is flooded in batches comes in causal order.
  assertRightInAllExecutions(heldTo(batchingBroadcast, 'causal'), numbered([1, 1, 0], 'broadcast'))
  for (const algorithm of [totalOrderSymmetric, totalOrderAcknowledged])
    for (const order of ['fifo', 'causal', 'total'] as const)
      assertRightInAllExecutions(heldTo(algorithm, order), numbered([2, 1], 'broadcast'))
})
