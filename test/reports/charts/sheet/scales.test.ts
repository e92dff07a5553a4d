import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Point, placeLabels } from '../../../../reports/charts/sheet/place-labels.ts'
import type { Scale } from '../../../../reports/charts/sheet/scale.ts'
import { costScale } from '../../../../reports/charts/sheet/scales.ts'
import { sizeScale } from '../../../../reports/charts/sheet/size-scale.ts'
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

const line = fc
  .array(fc.double({ min: 20, max: 280, noNaN: true }), { minLength: 3, maxLength: 8 })
  .map((heights) => heights.map((y, i): Point => ({ x: (400 * i) / (heights.length - 1), y })))

test('every label is within the width of the chart, whatever the lines', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const labelled = lines.map((points) => ({ points, width: 90, height: 12 }))
      const places = placeLabels(labelled, [], { width: 400, height: 300 })
      assert.equal(places.length, lines.length)
      for (const { x } of places) assert.ok(x >= 45 && x <= 355)
    }),
    { numRuns: 50 },
  )
})

test('the label of a rising line stands beside it and does not touch it', () => {
  const points = [
    { x: 0, y: 250 },
    { x: 400, y: 50 },
  ]
  const [{ x, y }] = placeLabels([{ points, width: 80, height: 12 }], [], { width: 400, height: 300 }) as [
    Point,
  ]
  for (let step = -40; step <= 40; step++) {
    const onLine = 250 - (x + step) / 2
    assert.ok(Math.abs(onLine - y) >= 6, 'the line runs through the label')
  }
})

test('two labels do not cover each other where there is room', () => {
  const flat = (y: number) => ({
    points: [
      { x: 0, y },
      { x: 400, y },
    ],
    width: 90,
    height: 12,
  })
  const [a, b] = placeLabels([flat(150), flat(156)], [], { width: 400, height: 300 }) as [Point, Point]
  assert.ok(Math.abs(a.x - b.x) >= 90 || Math.abs(a.y - b.y) >= 12)
})
