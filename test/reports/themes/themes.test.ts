import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Look, themes } from '../../../reports/themes/index.ts'

const looks = Object.entries(themes as Readonly<Record<string, Look>>)

/** The relative luminance of a colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** The contrast ratio of two colours (WCAG 2.2): from 1 to 21. */
function contrast(a: string, b: string): number {
  const [bright, dark] = [luminance(a), luminance(b)].sort((p, q) => q - p)
  return (bright! + 0.05) / (dark! + 0.05)
}

test('contrast is 21 between black and white, 1 between equals, and by hand 5.10 for grey 110 on white', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#123456', '#123456'), 1)
  // 110/255 = 0.4314; ((0.4314 + 0.055)/1.055)^2.4 = 0.1559; 1.05/0.2059 = 5.10.
  assert.ok(Math.abs(contrast('#6e6e6e', '#ffffff') - 5.1) < 0.01)
})

for (const [name, { ink, series }] of looks) {
  test(`in the theme “${name}” text has a contrast of 4.5, marks and axes of 3`, () => {
    const texts = [ink.text, ink.muted, ink.bound, ink.violated, ...series.map(({ text }) => text)]
    for (const text of texts) assert.ok(contrast(text, ink.paper) >= 4.5, `${text} on ${ink.paper}`)
    for (const mark of [ink.axis, ...series.map(({ colour }) => colour)])
      assert.ok(contrast(mark, ink.paper) >= 3, `${mark} on ${ink.paper}`)
  })

  test(`in the theme “${name}” the grid is seen, and recedes`, () => {
    const seen = contrast(ink.grid, ink.paper)
    assert.ok(seen > 1.15 && seen < 1.5, String(seen))
  })

  test(`in the theme “${name}” no two series have the same shape, and there are eight`, () => {
    assert.equal(series.length, 8)
    assert.equal(new Set(series.map(({ shape }) => shape)).size, 8)
    assert.equal(new Set(series.map(({ colour }) => colour)).size, 8)
  })
}

test('on paper, series that follow each other differ in lightness by a tenth', () => {
  for (const { series } of [themes.paper, themes['paper-wide']]) {
    // CIE lightness, from 0 for black to 100 for white.
    const lightness = series.map(({ colour }) => 116 * Math.cbrt(luminance(colour)) - 16)
    for (const [i, value] of lightness.slice(1).entries())
      assert.ok(Math.abs(value - lightness[i]!) >= 10, `series ${i + 1} and ${i + 2}: ${lightness}`)
  }
})

test('the colours of a ramp change in lightness in one direction, so that it is read in grey', () => {
  for (const [name, { ramp }] of looks) {
    const steps = ramp.slice(1).map((colour, i) => luminance(colour) - luminance(ramp[i]!))
    assert.ok(steps.every((step) => step > 0) || steps.every((step) => step < 0), name)
  }
})

test('the papers are 3.3 and 7 inches wide with text of 8 points, and a slide is 16:9', () => {
  assert.equal(themes.paper.page.width / 72, 3.3)
  assert.equal(themes['paper-wide'].page.width / 72, 7)
  const { title: _, ...sizes } = themes.paper.sizes
  assert.deepEqual(new Set(Object.values(sizes)), new Set([8]))
  assert.equal(themes.slides.page.width / themes.slides.page.height!, 16 / 9)
})

test('dark figures are those of light pages in other colours', () => {
  const shape = ({ ink: _, ramp: __, series, ...look }: Look) => ({
    ...look,
    name: '',
    series: series.map((one) => one.shape),
  })
  assert.deepEqual(shape(themes['blog-dark']), shape(themes.blog))
})
