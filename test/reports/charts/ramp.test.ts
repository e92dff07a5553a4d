import assert from 'node:assert/strict'
import { test } from 'node:test'
import { themes } from '../../../reports/index.ts'
import { ramp } from '../../../reports/themes/ramp.ts'

/** From hexadecimal sRGB, by the matrices of https://bottosson.github.io/posts/oklab/. */
function oklab(colour: string): [number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92
  }) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

test('the steps of the ramp are equal to the eye: their distances in Oklab differ by less than 5%', () => {
  for (const count of [5, 9]) {
    const points = ramp(count).map(oklab)
    const steps = points
      .slice(1)
      .map((point, i) => Math.hypot(...point.map((part, axis) => part - points[i]![axis]!)))
    assert.ok(Math.max(...steps) < 1.05 * Math.min(...steps), steps.join(' '))
  }
})

test('in every theme colours lose or gain lightness all the way, so that grey print keeps their order', () => {
  for (const { name, ramp: colours } of Object.values(themes)) {
    const lightness = colours.map((colour) => oklab(colour)[0])
    const rises = lightness.slice(1).map((value, i) => value - lightness[i]!)
    const direction = Math.sign(rises[0]!)
    assert.ok(
      rises.every((rise) => rise * direction > 0.03),
      `${name}: ${rises.join(' ')}`,
    )
  }
})
