import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawChart, type Look, makeCharts, themes } from '../../../reports/index.ts'
import { faultsIn } from '../../helpers/figures/faults.ts'
import { overlap } from '../../helpers/figures/polygons.ts'
import { shapesIn } from '../../helpers/figures/shapes.ts'
import { ringElection, treeSweep } from '../../helpers/samples.ts'

const [chart] = makeCharts(ringElection({ sizes: [16, 64, 256], replicates: 3 }), themes.paper, ['against-n'])
const { svg } = await drawChart(chart!, themes.paper)

/** The drawing with one change, which must change it. */
function planted(pattern: RegExp, change: string): string {
  const changed = svg.replace(pattern, change)
  assert.notEqual(changed, svg)
  return changed
}

const finds = (drawing: string, fault: RegExp, look: Look = themes.paper) => {
  const faults = faultsIn(drawing, look)
  assert.ok(
    faults.some((one) => fault.test(one)),
    `${fault} is not among ${JSON.stringify(faults)}`,
  )
}

/** A text like those of the figure, in the middle of its first plot unless it is moved. */
const note = (text: string, x: number, y: number, size = 8) =>
  `<g class="mark-text role-mark"><text transform="translate(${x},${y})" font-size="${size}px">${text}</text></g></svg>`

test('a figure as it is drawn has no fault', () => {
  assert.deepEqual(faultsIn(svg, themes.paper), [])
})

test('the check sees the parts of a figure', () => {
  const { texts, marks, lines, unit } = shapesIn(svg)
  assert.ok(texts.some(({ text, key }) => text === 'n (processors)' && key === null))
  assert.ok(texts.some(({ text, key }) => text === 'Hirschberg–Sinclair' && key === 'figure'))
  // Three sizes, two algorithms, a mark each; single runs beside them.
  assert.ok(marks.filter(({ key }) => key === null).length >= 6)
  assert.ok(lines.some(({ dash, key }) => dash !== '' && key === null))
  // The page is 3.3 inches wide, 237.6 points, and so is its view box.
  assert.ok(Math.abs(unit - 1) < 1e-9)
})

test('a bound without an entry in the key is found', () => {
  finds(planted(/(mark-line.*?stroke-dasharray=")[^"]*/s, '$19,9'), /dashed 9,9 .* has no label/)
  finds(planted(/(<path[^>]*stroke=")[^"]*(?="[^>]*stroke-dasharray)/, '$1#123456'), /has no label/)
})

test('a label off its line is found', () => {
  finds(planted(/(<text[^>]*translate\()[\d.-]+,[\d.-]+(\)[^>]*>≤)/, '$1-20,300$2'), /is off its line/)
})

test('two bounds with the same dash are found', async () => {
  const [trees] = makeCharts(treeSweep({ sizes: [16, 64, 256], replicates: 2 }), themes.paper, ['against-n'])
  const drawing = (await drawChart(trees!, themes.paper)).svg
  const [one, other] = [
    ...new Set([...drawing.matchAll(/stroke-dasharray="([^"]+)"/g)].map(([, dash]) => dash!)),
  ]
  assert.ok(one !== undefined && other !== undefined)
  assert.deepEqual(faultsIn(drawing, themes.paper), [])
  finds(drawing.replaceAll(`"${other}"`, `"${one}"`), /two bounds have the dash/)
})

test('a text on a point, and one on a line, are found', () => {
  const { marks, lines } = shapesIn(svg)
  const { at } = marks.find(({ key }) => key === null)!
  finds(svg.replace('</svg>', note('on it', at.x - 5, at.y + 3)), /“on it” covers a point/)
  const [from, to] = lines.find(({ dash, key }) => dash !== '' && key === null)!.points
  const middle = { x: (from!.x + to!.x) / 2, y: (from!.y + to!.y) / 2 }
  finds(svg.replace('</svg>', note('astride', middle.x - 10, middle.y + 3)), /“astride” covers a line/)
})

test('texts that overlap, and one that is clipped, are found', () => {
  const { texts } = shapesIn(svg)
  const { box } = texts.find(({ text }) => text === 'Hirschberg–Sinclair')!
  finds(svg.replace('</svg>', note('over', box[3]!.x + 4, box[3]!.y)), /overlap/)
  // The view box ends at 237.6.
  finds(svg.replace('</svg>', note('beyond', 230, 30)), /“beyond” is clipped/)
})

test('letters below 5 points in print and below 18 on a slide, and a figure taller than a page, are found', () => {
  finds(svg.replace('</svg>', note('tiny', 3, 200, 4.9)), /“tiny” is too small: 4.90 points/)
  finds(svg, /too small: 8.00 points/, themes.slides)
  finds(planted(/ height="[\d.]+in"/, ' height="8.1in"'), /taller than a page: 8.10 inches/)
})

test('by hand: squares that share a side do not overlap, a turned one between them does', () => {
  const square = (x: number, y: number) => [
    { x, y },
    { x: x + 2, y },
    { x: x + 2, y: y + 2 },
    { x, y: y + 2 },
  ]
  assert.ok(!overlap(square(0, 0), square(2, 0)))
  assert.ok(overlap(square(0, 0), square(1, 1)))
  // The diamond about (3, 3) with half-diagonal 2 has its edge on x + y = 4, where the corner (2, 2) of a square lies.
  const diamond = (half: number) => [
    { x: 3 - half, y: 3 },
    { x: 3, y: 3 - half },
    { x: 3 + half, y: 3 },
    { x: 3, y: 3 + half },
  ]
  assert.ok(!overlap(square(0, 0), diamond(2)))
  assert.ok(overlap(square(0, 0), diamond(2.1)))
  assert.ok(
    overlap(square(0, 0), [
      { x: -1, y: 1 },
      { x: 3, y: 1 },
    ]),
  )
})
