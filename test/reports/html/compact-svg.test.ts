import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawSvg } from '../../../reports/figures/svg.ts'
import { compactSvg } from '../../../reports/html/compact-svg.ts'
import { makeCharts } from '../../../reports/index.ts'
import { ringElection } from '../../helpers/samples.ts'

/** As Vega draws a point. */
const point = (x: number, y: number, look = 'fill="#0072b2" stroke-width="2" opacity="0.5"') =>
  `<path aria-hidden="true" transform="translate(${x},${y})" d="M2.1213,0A2.1213,2.1213,0,1,1,-2.1213,0" ${look}/>`

test('points of one look are the corners of one path, each at its place to a tenth of a pixel', () => {
  assert.equal(
    compactSvg(`<g>${point(10.04, 20)}${point(30.06, 20.26)}</g>`, 'c'),
    '<g><defs><marker id="c-1" overflow="visible" markerUnits="userSpaceOnUse">' +
      '<path d="M2.1,0A2.1,2.1,0,1,1,-2.1,0" fill="#0072b2" opacity="0.5"/></marker></defs>' +
      '<path fill="none" d="M10 20 30.1 20.3" marker-start="url(#c-1)" marker-mid="url(#c-1)" marker-end="url(#c-1)"/></g>',
  )
})

test('points of another look are another path; the same look again needs no other symbol', () => {
  const other = 'fill="#d55e00" stroke-width="2" opacity="0.5"'
  const rows = [
    point(1, 1),
    point(2, 2),
    point(3, 3, other),
    point(4, 4, other),
    '<g>',
    point(5, 5),
    point(6, 6),
  ]
  const svg = compactSvg(rows.join(''), 'c')
  assert.equal(svg.match(/<marker/g)?.length, 2)
  assert.deepEqual(
    [...svg.matchAll(/d="M([^"]*)" marker-start="url\(#(c-\d)/g)].map(([, places, symbol]) => [
      places,
      symbol,
    ]),
    [
      ['1 1 2 2', 'c-1'],
      ['3 3 4 4', 'c-2'],
      ['5 5 6 6', 'c-1'],
    ],
  )
})

test('a point alone stays as it is', () => {
  assert.equal(compactSvg(point(1, 1, 'fill="#000000"'), 'c').match(/<path/g)?.length, 1)
})

test('of many points on one pixel four are drawn', () => {
  const svg = compactSvg(Array.from({ length: 50 }, () => point(7, 7)).join(''), 'c')
  assert.match(svg, /d="M7 7 7 7 7 7 7 7"/)
})

test('texts stay as they are, whatever they look like', () => {
  const text = '<text>x="1.23456" class="a" &lt;path class="background"/&gt;</text>'
  assert.equal(compactSvg(text, 'c'), text)
})

test('a compact chart has all texts and lines of the chart in less than half of the characters', async () => {
  for (const chart of makeCharts(ringElection({ sizes: [16, 32, 64], replicates: 40 })).slice(0, 3)) {
    const { svg } = await drawSvg(chart.spec, chart.name)
    const compact = compactSvg(svg, chart.name)
    const texts = (drawing: string) =>
      drawing.match(/<text[^>]*>[^<]*/g)?.map((tag) => tag.replace(/<[^>]*>/, ''))
    assert.deepEqual(texts(compact), texts(svg))
    assert.ok(compact.length < svg.length / 2, `${compact.length} of ${svg.length}`)
    for (const [, target] of compact.matchAll(/(?:href="|url\()#([^")]+)/g))
      assert.ok(compact.includes(` id="${target}"`), target)
  }
})
