import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Catalogue } from '../../../engine/specs/catalogue.ts'
import type { Entry } from '../../../engine/specs/entry.ts'
import fc from '../../helpers/property.ts'

const entries: readonly Entry[] = [
  { name: 'ring', summary: '', parameters: {} },
  {
    name: 'noise',
    summary: '',
    parameters: {
      level: { kind: 'number', default: 0.5, min: 0, aboveMin: true, max: 1, description: '' },
      count: { kind: 'integer', min: -3, description: '' },
      shape: { kind: 'text', default: 'flat', choices: ['flat', 'round'], description: '' },
    },
  },
  {
    name: 'file',
    summary: '',
    parameters: {
      path: { kind: 'text', description: '' },
      component: { kind: 'text', choices: ['largest'], description: '' },
    },
    positional: 'path',
  },
]

const things = new Catalogue('thing', entries)

test('a name alone has the defaults, and no value where there is none', () => {
  const { entry, values, spec } = things.parse('noise')
  assert.equal(entry, entries[1])
  assert.deepEqual(values, { level: 0.5, count: undefined, shape: 'flat' })
  assert.equal(spec, 'noise')
})

test('the canonical spelling names what was given, in the order of declaration, numbers as numbers', () => {
  assert.equal(things.parse(' noise : shape=flat, level = 0.50').spec, 'noise:level=0.5,shape=flat')
  assert.equal(things.parse('noise:count=1e3').spec, 'noise:count=1000')
})

test('what is written in any order is read back, and the canonical spelling says the same', () => {
  const parameters = fc.record(
    {
      level: fc.double({ min: 0, minExcluded: true, max: 1, noNaN: true }),
      count: fc.integer({ min: -3, max: Number.MAX_SAFE_INTEGER }),
      shape: fc.constantFrom('flat', 'round'),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(parameters, fc.boolean(), (given, reversed) => {
      const parts = Object.entries(given).map(([key, value]) => `${key}=${value}`)
      if (reversed) parts.reverse()
      const read = things.parse(['noise', parts.join(',')].filter((part) => part !== '').join(':'))
      assert.deepEqual(read.values, { level: 0.5, count: undefined, shape: 'flat', ...given })
      assert.deepEqual(read.given, { ...given })
      assert.deepEqual(things.parse(read.spec), read)
    }),
  )
})

test('a bare value sets the positional parameter, whatever it looks like', () => {
  for (const path of [
    'net.gml',
    'paths',
    'path',
    'pathX',
    'C:\\net.gml',
    'a=b.gml',
    'constructor',
    '../my nets/1.gml',
  ]) {
    assert.equal(things.parse(`file:${path}`).values.path, path)
    const { values, spec } = things.parse(`file:${path},component=largest`)
    assert.deepEqual(values, { path, component: 'largest' })
    assert.equal(spec, `file:${path},component=largest`)
  }
  assert.equal(things.parse('file:path=net.gml').spec, 'file:net.gml')
})

test('entries are listed in order', () => {
  assert.deepEqual(things.entries, entries)
})

const failures: readonly (readonly [string, string])[] = [
  ['rng', 'unknown thing “rng”; did you mean ring?'],
  ['zeppelin', 'unknown thing “zeppelin”; known: ring, noise, file'],
  ['', 'unknown thing “”; known: ring, noise, file'],
  ['toString', 'unknown thing “toString”; known: ring, noise, file'],
  ['ring:size=3', 'thing ring has no parameter “size”; it takes none'],
  ['noise:levle=1', 'thing noise has no parameter “levle”; did you mean level?'],
  ['noise:amplitude=1', 'thing noise has no parameter “amplitude”; it takes level, count, shape'],
  ['noise:constructor=1', 'thing noise has no parameter “constructor”; it takes level, count, shape'],
  ['noise:', 'thing noise has no parameter “”; it takes level, count, shape'],
  ['noise:level', 'thing noise: write level=VALUE'],
  ['noise:level=1,level=1', 'thing noise: parameter level is given twice'],
  ['noise:level=loud', 'thing noise: level=loud is not a number'],
  ['noise:level=', 'thing noise: level= is not a number'],
  ['noise:level=Infinity', 'thing noise: level=Infinity is not a number'],
  ['noise:level=0', 'thing noise: level=0 is too small; it must be above 0'],
  ['noise:level=1.01', 'thing noise: level=1.01 is too large; it must be at most 1'],
  ['noise:count=-4', 'thing noise: count=-4 is too small; it must be at least -3'],
  ['noise:count=2.5', 'thing noise: count=2.5 is not an integer'],
  ['noise:count=1e16', 'thing noise: count=1e16 is not an integer'],
  ['noise:shape=square', 'thing noise: shape=square is none of flat, round'],
  ['file:net.gml,path=x', 'thing file: parameter path is given twice'],
  ['file:net.gml,compnent=largest', 'thing file has no parameter “compnent”; did you mean component?'],
  ['file:a,b.gml', 'thing file has no parameter “b.gml”; it takes path, component'],
]

for (const [spec, message] of failures)
  test(`refused: ${message}`, () => {
    assert.throws(() => things.parse(spec), { name: 'InputError', message })
  })
