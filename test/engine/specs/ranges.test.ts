import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delays, eachInputs, isSized, type SizedSpecs, topologies, wakeUps } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

const list = (specs: readonly string[] | SizedSpecs, n = Number.NaN) =>
  (isSized(specs) ? specs.at(n) : specs).map((spec) => spec.replace(/^.*=/, ''))

test('a range doubles, multiplies or adds, up to and including its end', () => {
  assert.deepEqual(topologies.each('gnp:degree=4..16'), ['gnp:degree=4', 'gnp:degree=8', 'gnp:degree=16'])
  assert.deepEqual(list(topologies.each('gnp:degree=4..64x4')), ['4', '16', '64'])
  assert.deepEqual(list(topologies.each('gnp:degree=4..17+4')), ['4', '8', '12', '16'])
  assert.deepEqual(list(delays.each('uniform:min=0..0.9 +0.3')), ['0', '0.3', '0.6', '0.9'])
  assert.deepEqual(eachInputs('root=0..8+4,ids=worst'), [
    'ids=worst,root=0',
    'ids=worst,root=4',
    'ids=worst,root=8',
  ])
})

test('a range whose end is a formula has as many values as n allows', () => {
  const specs = wakeUps.each('random:k=1..n x2')
  assert.deepEqual(list(specs, 4), ['1', '2', '4'])
  // 20 is no power of two: 16 is the last that does not exceed it.
  assert.deepEqual(list(specs, 20), ['1', '2', '4', '8', '16'])
  assert.deepEqual(list(wakeUps.each('random:k=1..sqrt(n)'), 16), ['1', '2', '4'])
  assert.deepEqual(list(wakeUps.each('random:k=8..sqrt(n)'), 16), [])
})

test('several ranges in one spec are crossed', () => {
  assert.deepEqual(topologies.each('watts-strogatz:degree=4..8,rewire=0.1..0.2+0.1'), [
    'watts-strogatz:degree=4,rewire=0.1',
    'watts-strogatz:degree=4,rewire=0.2',
    'watts-strogatz:degree=8,rewire=0.1',
    'watts-strogatz:degree=8,rewire=0.2',
  ])
})

test('the values of a range by a step are from + i · step, as integers say it', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 9 }), (from, more, step) => {
      // In tenths, so that sums of decimals would be off.
      const by = Array.from({ length: Math.floor(more / step) + 1 }, (_, i) => (from + i * step) / 10)
      const spec = `exponential:mean=${from / 10}..${(from + more) / 10} +${step / 10}`
      assert.deepEqual(list(topologies.each(spec.replace('exponential:mean', 'gnp:degree'))).map(Number), by)
    }),
  )
})

test('a formula in n has its value at each n, rounded where an integer is needed', () => {
  const p = (n: number) => topologies.at('gnp:p=2ln(n)/n', n).values.p
  assert.equal(p(64), (2 * Math.log(64)) / 64)
  assert.equal(p(1024), (2 * Math.log(1024)) / 1024)
  // √32 = 5.657 rounds to 6.
  assert.equal(wakeUps.at('random:k=sqrt(n)', 32).values.k, 6)
  assert.equal(wakeUps.at('random:k=max(1, floor(n/4))', 64).values.k, 16)
  assert.equal(topologies.parse('gnp:p=1/4').values.p, 0.25)
  // The spec is one and the same at all sizes.
  assert.equal(topologies.parse('gnp:p= 2ln(n)/n').spec, 'gnp:p=2ln(n)/n')
  assert.equal(topologies.wordsFor('gnp:p=2ln(n)/n'), 'G(n, p), p = 2ln(n)/n')
})

const refused: readonly (readonly [() => unknown, RegExp])[] = [
  [
    () => topologies.each('gnp:degree=16..4'),
    /degree=16\.\.4: the range 16\.\.4 is empty: it ends before it begins$/,
  ],
  [
    () => topologies.each('gnp:degree=0..4'),
    /no value comes from 0 by multiplying; write a step to add, such as 0\.\.4\+1$/,
  ],
  [() => topologies.each('gnp:degree=1..4x1'), /the factor is 1; it must be above 1$/],
  [() => topologies.each('gnp:degree=a..4'), /cannot read the range; write 4\.\.16 \(doubling\)/],
  [() => topologies.each('gnp:degree=1..100000+1'), /more than 10000 values$/],
  [
    () => topologies.parse('gnp:degree=4..8'),
    /degree=4\.\.8 is a range of values; here one value is needed$/,
  ],
  [() => topologies.parse('gnp:p=2ln(m)/n'), /uses m; a formula in a spec may use n, .*alone$/],
  [
    () => topologies.parse('gnp:p=2ln(n/n'),
    /p=2ln\(n\/n: formula “2ln\(n\/n”: the formula ends, but “\)” is expected there$/,
  ],
  [() => topologies.at('gnp:p=n/4', 64), /p=n\/4 is 16 at n = 64, which is too large; it must be at most 1$/],
  [() => topologies.at('gnp:p=1/(n - 4)', 4), /has no value at n = 4: .*divides by 0$/],
  [() => wakeUps.parse('random:k=many'), /k=many is not a number$/],
]

for (const [read, message] of refused)
  test(`what cannot be read is told with what would be right: ${message.source.slice(0, 40)}`, () => {
    assert.throws(read, { name: 'InputError', message })
  })
