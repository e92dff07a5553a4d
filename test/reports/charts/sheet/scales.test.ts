import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scale } from '../../../../reports/charts/sheet/scale.ts'
import { costScale } from '../../../../reports/charts/sheet/scales.ts'
import { sizeScale } from '../../../../reports/charts/sheet/size-scale.ts'
import { numberText } from '../../../../reports/charts/sheet/ticks.ts'
import { defaultTheme } from '../../../../reports/themes/index.ts'
import fc from '../../../helpers/property.ts'

const cost = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
  fc.integer({ min: 1, max: 99 }),
)
const costs = fc.array(cost, { minLength: 1, maxLength: 30 })

/** A scale's domain contains the values, its ticks lie within, and it can be read backwards. */
function assertSound(scale: Scale, values: readonly number[]): void {
  for (const value of values) {
    const unit = scale.toUnit(value)
    assert.ok(unit >= -1e-9 && unit <= 1 + 1e-9, `${value} lies at ${unit}`)
    assert.ok(Math.abs(scale.fromUnit(unit) - value) <= 1e-6 * Math.max(1, value))
  }
  for (const tick of scale.ticks) assert.ok(scale.toUnit(tick) >= 0 && scale.toUnit(tick) <= 1)
  assert.deepEqual(
    scale.ticks,
    [...new Set(scale.ticks)].sort((a, b) => a - b),
  )
}

test('a scale of costs holds all of them, zeros too, and has at least two ticks', () => {
  fc.assert(
    fc.property(costs, (values) => {
      const scale = costScale(values)
      assertSound(scale, values)
      assert.ok(scale.ticks.length >= 2, `${JSON.stringify(scale.scale)} has ticks ${scale.ticks}`)
    }),
  )
})

test('costs over decades are ticked at decades, constant costs from zero', () => {
  assert.deepEqual(costScale([20, 400_000]).ticks, [100, 1000, 10_000, 100_000])
  assert.equal(costScale([20, 400_000]).scale.type, 'log')
  assert.deepEqual(costScale([17, 17]).ticks, [0, 5, 10, 15])
  assert.deepEqual(costScale([0, 0]).ticks, [0, 1])
})

test('sizes that double are ticked at every one, every second, … as the width allows', () => {
  const doubled = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384]
  assert.deepEqual(sizeScale(doubled, 900, defaultTheme).ticks, doubled)
  assert.deepEqual(sizeScale(doubled, 300, defaultTheme).ticks, [16, 64, 256, 1024, 4096, 16_384])
  assertSound(sizeScale(doubled, 300, defaultTheme), doubled)
  assertSound(sizeScale([50], 300, defaultTheme), [50])
})

test('sizes that crowd in one place are ticked where there is room, the largest in any case', () => {
  const sizes = [3, 4, 5, 6, 8, 16, 32, 64]
  const { ticks } = sizeScale(sizes, 220, defaultTheme)
  assert.equal(ticks.at(-1), 64)
  assert.ok(ticks.includes(32) && ticks.includes(16) && ticks.length < sizes.length)
  assert.deepEqual(sizeScale(sizes, 900, defaultTheme).ticks, sizes)
})

test('a logarithmic axis has minor ticks at the numbers between its decades, none of them labelled', () => {
  const { ticks, minor, labels } = costScale([20, 40_000])
  assert.deepEqual(ticks, [100, 1000, 10_000])
  assert.equal(labels.length, ticks.length)
  assert.deepEqual(
    minor.filter((tick) => tick > 100 && tick < 1000),
    [200, 300, 400, 500, 600, 700, 800, 900],
  )
  assert.deepEqual(costScale([17, 17]).minor, [])
})

test('sizes without room for a label have a minor tick', () => {
  const { ticks, minor } = sizeScale(
    [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384],
    300,
    defaultTheme,
  )
  assert.deepEqual(minor, [32, 128, 512, 2048, 8192])
  assert.ok(!ticks.some((tick) => minor.includes(tick)))
})

test('numbers have commas on every axis; on one that goes beyond ten million, large ones are powers of ten', () => {
  assert.deepEqual(costScale([20, 2_000_000]).labels, ['100', '1,000', '10,000', '100,000', '1,000,000'])
  assert.deepEqual(costScale([1e3, 2e8]).labels, ['10³', '10⁴', '10⁵', '10⁶', '10⁷', '10⁸'])
  assert.deepEqual(['20000000', '12345678', '16384', '0.05'].map(Number).map(numberText), [
    '2·10⁷',
    '1.23·10⁷',
    '16,384',
    '0.05',
  ])
})
