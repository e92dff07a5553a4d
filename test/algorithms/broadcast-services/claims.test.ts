import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../algorithms/index.ts'
import { violationsUnderEveryLoad } from '../../helpers/every-load.ts'

const loads = [
  'closed',
  'saturated',
  'closed:mean=0.1',
  'open:rate=2',
  'once',
  'closed:k=1',
  'closed:k=1,mean=0.2',
]

for (const algorithm of algorithms.filter(({ service }) => service?.spread !== undefined))
  test(`${algorithm.name}: with every delay and every load, all claims hold and everything is delivered in its order`, () => {
    assert.deepEqual(violationsUnderEveryLoad(algorithm, loads, [2, 3, 7]), [])
  })
