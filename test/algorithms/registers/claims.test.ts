import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../algorithms/index.ts'
import { registers } from '../../../engine/index.ts'
import { violationsUnderEveryLoad } from '../../helpers/every-load.ts'

const loads = [
  'closed',
  'saturated',
  'closed:mean=0.1,mix=read:3+write:1',
  'open:rate=2',
  'once',
  'closed:k=1',
  'closed:mean=9',
]
const services: readonly unknown[] = Object.values(registers)

for (const algorithm of algorithms.filter(({ service }) => services.includes(service)))
  test(`${algorithm.name}: with every delay and every load, all claims hold and it is as consistent as it promises`, () => {
    assert.deepEqual(violationsUnderEveryLoad(algorithm, loads, [2, 3, 6], [1]), [])
  })
