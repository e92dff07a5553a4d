import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, InputError, parametrised } from '../../../engine/index.ts'
import { isStock, isStockName, stockAlgorithm } from '../../../experiments/definition/stock-algorithm.ts'

const silent = (name: string): AnyAlgorithm => ({
  name,
  requires: {},
  terminates: false,
  initially: () => ({}),
  uponReceiving: {},
})
const waves = parametrised({
  name: 'waves',
  summary: 'sends waves',
  parameters: {
    f: { kind: 'integer', min: 0, default: 1, description: 'waves' },
    g: { kind: 'number', default: 0.5, description: 'another' },
  },
  create: () => silent(''),
})
const library = { algorithms: [silent('calm')], families: [waves] }

test('a library is asked by name and parameters, in any order and spelling', () => {
  assert.equal(stockAlgorithm('calm', library), library.algorithms[0])
  assert.equal(stockAlgorithm('waves:f=2', library), waves.with('f=2'))
  assert.equal(stockAlgorithm('waves:g=0.25,f=02', library), waves.with('f=2,g=0.25'))
  assert.equal(stockAlgorithm('waves', library), waves.with(''))
  assert.equal(stockAlgorithm('waves:f=3', library).name, 'waves:f=3')
})

test('a name that it does not have, and parameters that are wrong, are refused with what would be right', () => {
  assert.throws(
    () => stockAlgorithm('wavs:f=2', library),
    new InputError('unknown algorithm “wavs:f=2”; known: calm, waves'),
  )
  assert.throws(
    () => stockAlgorithm('waves:hops=2', library),
    new InputError('algorithm waves has no parameter “hops”; it takes f, g'),
  )
  assert.throws(() => stockAlgorithm('calm:f=2', library), /unknown algorithm “calm:f=2”/)
})

test('members of a family belong to the library, and so do their names; others of the same name do not', () => {
  assert.ok(isStock(waves.with('f=4'), library))
  assert.ok(isStockName('waves:f=17', library))
  assert.ok(!isStockName('calm:f=17', library))
  assert.ok(!isStock({ ...waves.with('f=4') }, library))
  assert.ok(!isStock(silent('calm'), library))
  assert.ok(!isStock(silent('other'), library))
})

test('in the catalogue, no name is that of two', () => {
  const names = [...algorithms, ...algorithmFamilies].map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
})
