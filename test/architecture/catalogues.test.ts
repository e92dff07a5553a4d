import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as algorithmsDoor from '../../algorithms/index.ts'
import {
  clockRules,
  delays,
  faultKinds,
  wakeUps,
  weightRules,
  workloads,
  wrappers,
} from '../../engine/index.ts'
import { globSync } from '../files.ts'
import { kinds, missingIn, undocumentedIn } from './catalogues.ts'

/** What a module exports, and what records among it hold: `broadcasts`, and `broadcasts.fifo`. */
function withRecords(exports: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const records = Object.entries(exports).filter(
    ([, value]) =>
      typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype,
  )
  const held = records.flatMap(([name, record]) =>
    Object.entries(record as object).map(([key, value]): [string, unknown] => [`${name}.${key}`, value]),
  )
  return { ...exports, ...Object.fromEntries(held) }
}

for (const kind of kinds) {
  test(`every ${kind.kind} that a file exports is in the catalogue`, async () => {
    let found = 0
    for (const file of globSync(kind.folder, '.ts')) {
      const exports = withRecords(await import(`../../${file.replace(/\.ts$/, '.js')}`))
      assert.deepEqual(missingIn(kind, exports), [], file)
      found += Object.values(exports).filter((value) => kind.entries.includes(value as object)).length
    }
    assert.ok(found >= kind.entries.length, `${found} of ${kind.entries.length}`)
  })

  test(`every ${kind.kind} is documented in ${kind.page}`, () => {
    assert.deepEqual(undocumentedIn(kind, readFileSync(kind.page, 'utf8')), [])
  })

  test(`${kind.kind}: one that the catalogue or ${kind.page} forgets is found`, () => {
    const [first, ...others] = kind.entries
    const forgetful = { ...kind, entries: others }
    assert.deepEqual(missingIn(forgetful, { mine: first, another: others[0] }), ['mine'])
    const name = kind.nameOf(first!)
    const text = readFileSync(kind.page, 'utf8').replaceAll(`\`${name}\``, '')
    assert.deepEqual(undocumentedIn(kind, text), [name])
  })
}

test('the algorithms that the package gives by name are those of its catalogue', () => {
  const {
    algorithms,
    algorithmFamilies,
    sharedAlgorithms,
    sharedMemoryAlgorithms,
    sharedObjects,
    stabilisingAlgorithms,
    stockWrappers,
    partitionOf,
    sharedCoinWith,
    ...named
  } = algorithmsDoor
  assert.deepEqual(
    stockWrappers,
    wrappers.entries.filter((one) => !wrappers.isOwn(one)),
  )
  for (const given of [partitionOf, sharedCoinWith]) assert.equal(typeof given, 'function')
  assert.deepEqual(
    new Set<object>(Object.values(named)),
    new Set<object>([...algorithms, ...algorithmFamilies, ...sharedAlgorithms, ...stabilisingAlgorithms]),
  )
  assert.deepEqual(sharedAlgorithms, [...sharedMemoryAlgorithms, ...sharedObjects])
})

/** The entries that calls of a law in the tests name: `law('uniform:min=0.5', …)`. */
function namedIn(folder: string, pattern: RegExp): Set<string> {
  const texts = globSync(folder, '.test.ts').map((file) => readFileSync(file, 'utf8'))
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!)))
}

test('every family of delays is held to the laws of delays, or to those of adversaries', async () => {
  const adversaries = new Set<unknown>()
  for (const file of globSync('engine/timing/adversaries', '.ts'))
    for (const value of Object.values(await import(`../../${file.replace(/\.ts$/, '.js')}`)))
      adversaries.add(value)
  const held = namedIn('test/engine/timing', /check(?:Delay|Synchrony)Laws\(\s*'([\w-]+)/g)
  const played = namedIn('test/engine/timing', /'([\w-]+)[:']/g)
  for (const family of delays.entries)
    assert.ok((adversaries.has(family) ? played : held).has(family.name), family.name)
})

test('every rule for weights is held to the laws of weights', () => {
  const held = namedIn('test/engine/weights', /^ {2}'([\w-]+)(?::[^']*)?',$/gm)
  for (const { name } of weightRules.entries) assert.ok(held.has(name), name)
})

test('every wake-up rule is held to the laws of wake-ups', () => {
  const held = namedIn('test/engine/wake-up', /^ {2}'([\w-]+)(?::[^']*)?',$/gm)
  for (const { name } of wakeUps.entries) assert.ok(held.has(name), name)
})

test('every workload is held to the laws of workloads', () => {
  const held = namedIn('test/engine/workload', /^ {2}'([\w-]+)(?::[^']*)?',$/gm)
  for (const { name } of workloads.entries) assert.ok(held.has(name), name)
})

test('every rule for clocks is held to the laws of clocks', () => {
  const held = namedIn('test/engine/clocks', /^ {2}'([\w-]+)(?::[^']*)?',$/gm)
  for (const { name } of clockRules.entries) assert.ok(held.has(name), name)
})

test('every kind of faults is held to the laws of faults', () => {
  const held = namedIn('test/engine/faults', /^ {2}'([\w-]+)(?::[^']*)?',$/gm)
  for (const { name } of faultKinds.entries) assert.ok(held.has(name), name)
})
