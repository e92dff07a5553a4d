import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onPages, split } from '../../../../reports/charts/sheet/pages.ts'
import type { Draft, Page } from '../../../../reports/charts/sheet/panels.ts'
import { type Look, themes } from '../../../../reports/themes/index.ts'
import fc from '../../../helpers/property.ts'

const look = themes.paper

/** A draft that takes 40 points and a panel's height for each part. */
function draw(parts: readonly number[], { panels }: Look, page: Page | undefined): Draft {
  const chart = { name: parts.join(), title: page === undefined ? '' : `${page.number} of ${page.of}` }
  return { chart: chart as Draft['chart'], height: 40 + parts.length * panels(1).height }
}

test('all parts are drawn once, in order, on pages with about the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
      const parts = Array.from({ length: count }, (_, i) => i)
      const pages = onPages(parts, look, draw).map(({ name }) => name.split(',').map(Number))
      assert.deepEqual(pages.flat(), parts)
      const sizes = pages.map(({ length }) => length)
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1)
    }),
  )
})

test('panels are made lower before a figure is spread over more pages', () => {
  // A page is 576 points high, a panel 130, at least 0.6 · 130 = 78: 40 + 6 · 78 = 508 fits, 40 + 7 · 78 = 586 does not.
  const pages = (count: number) =>
    onPages(
      Array.from({ length: count }, (_, i) => i),
      { ...look, panels: () => ({ columns: 1, height: 130 }) },
      draw,
    )
  assert.deepEqual(
    pages(6).map(({ title }) => title),
    [''],
  )
  assert.deepEqual(
    pages(7).map(({ title }) => title),
    ['1 of 2', '2 of 2'],
  )
})

test('a list in parts loses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (list, parts) => {
      assert.deepEqual(split(list, parts).flat(), list)
    }),
  )
})
