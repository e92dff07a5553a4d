import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wholeCaption } from '../../../reports/charts/sheet/chart.ts'
import { standalone } from '../../../reports/figures/svg.ts'
import {
  drawChart,
  drawPdf,
  drawPng,
  type Look,
  makeCharts,
  type Results,
  themes,
} from '../../../reports/index.ts'
import { fontsIn, pageOf, textsIn } from '../../helpers/pdf-text.ts'
import { extremes, realNetworks, ringElection, treeSweep, worstCaseSweep } from '../../helpers/samples.ts'

const samples = {
  trees: treeSweep({ sizes: [16, 64, 256], replicates: 2 }),
  ring: ringElection({ sizes: [16, 256], replicates: 5 }),
  networks: realNetworks({ replicates: 4 }),
  worst: worstCaseSweep(),
  ...few(extremes(), 'eight algorithms', 'long name', 'zeros'),
}
const looks = Object.values(themes as Readonly<Record<string, Look>>)
const [sample] = makeCharts(samples.ring, themes.paper)

for (const look of looks)
  test(`every figure fits the page of the theme “${look.name}”`, async () => {
    for (const [name, results] of Object.entries(samples))
      for (const chart of makeCharts(results, look)) {
        const { svg, width, height } = await drawChart(chart, look)
        assert.equal(width, look.page.width, `${name}, ${chart.name}`)
        assert.ok(height === (look.page.height ?? height))
        // What does not fit is made smaller; only slides full of panels may need that.
        const [, , drawn] = /viewBox="([^"]*)"/.exec(svg)![1]!.split(' ').map(Number)
        if (look.page.height === null) assert.equal(drawn, look.page.width, `${name}, ${chart.name}`)
      }
  })

test('a figure for one column is 3.3 inches wide in every format, its PNG 990 pixels at 300 dots per inch', async () => {
  const drawing = await drawChart(sample!, themes.paper)
  assert.match(drawing.svg, /^<svg[^>]* width="3.3in" height="[\d.]+in" viewBox="0 0 237.6 [\d.]+"/)
  const png = await drawPng(drawing, 300 / 96)
  assert.equal(png.readUInt32BE(16), 990)
  // 300 dots per inch are 300 / 0.0254 = 11811 per metre.
  assert.equal(png.readUInt32BE(png.indexOf('pHYs') + 4), 11811)
  const pdf = await drawPdf(drawing, 'pt', { title: 'A title', subject: '' })
  assert.deepEqual(pageOf(pdf).slice(0, 3), [0, 0, 237.6])
})

test('a PDF says what its SVG says, as text, in the faces of the chart font and no other', async () => {
  for (const look of looks) {
    const [chart] = makeCharts(samples.trees, look)
    const drawing = await drawChart(chart!, look)
    const pdf = await drawPdf(drawing, look.unit, words(chart!))
    // A variable in italics is a piece of its own, and so is what stands beside it.
    const inSvg = [...drawing.svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].flatMap((match) =>
      match[1]!.split(/<[^>]*>/).map((piece) => piece.trim()),
    )
    const inPdf = textsIn(pdf).map((piece) => piece.trim())
    for (const text of inSvg)
      assert.ok(text === '' || inPdf.includes(text), `${look.name}: ${text} of ${inPdf}`)
    assert.ok(inSvg.includes('n'))
    assert.deepEqual(fontsIn(pdf), ['ReportSans3-Italic', 'ReportSans3-Regular', 'ReportSans3-SemiBold'])
  }
})

test('the same drawing gives the same bytes of PDF, whatever else was drawn before', async () => {
  const drawing = await drawChart(sample!, themes.paper)
  const [one, two] = [
    await drawPdf(drawing, 'pt', words(sample!)),
    await drawPdf(drawing, 'pt', words(sample!)),
  ]
  // In a figure with “;” and “:” before one with “.”, the point would be known as a part of these.
  const text = (line: string) => ({
    ...drawing,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-style="italic">${line}</text></svg>`,
  })
  await drawPdf(text('é;:ä'), 'pt', words(sample!))
  assert.deepEqual(textsIn(await drawPdf(text('0.5 e a'), 'pt', words(sample!))), ['0.5 e a'])
  assert.ok(one.equals(two))
})

test('a table has the same columns in every record, and every record names a row that is there', () => {
  for (const [name, { manifest, rows, ...results }] of Object.entries(samples))
    for (const { data, name: chart } of makeCharts({ ...results, manifest, rows }, themes.blog)) {
      assert.ok(data.length > 0, `${name}, ${chart}`)
      const columns = Object.keys(data[0]!)
      for (const record of data) {
        assert.deepEqual(Object.keys(record), columns)
        const row = rows[Number(record.row) - 1]!
        // A comparison is of two algorithms: its row is the other one's.
        assert.equal(row.algorithm, record.other ?? record.algorithm, `${name}, ${chart}`)
        assert.equal(row.n, record.n, `${name}, ${chart}`)
      }
    }
})

test('the row of a group is that of its costliest run, and its median is that of its runs', () => {
  const { rows } = samples.ring
  const [chart] = makeCharts(samples.ring, themes.blog).filter(({ name }) => name === 'messages-against-n')
  for (const record of chart!.data) {
    const same = rows.filter(
      ({ algorithm, n, inputs }) =>
        algorithm === record.algorithm && n === record.n && inputs === record.inputs,
    )
    const costs = same.map(({ messages }) => messages!).sort((a, b) => a - b)
    assert.equal(rows[Number(record.row) - 1]!.messages, costs.at(-1))
    assert.equal(record.max_messages, costs.at(-1))
    // Of five runs the median is the third.
    assert.equal(record.median_messages, costs[2])
  }
})

test('a caption is in full sentences and names algorithms, networks, sizes, delays, replicates and the seed', () => {
  const [chart] = makeCharts(samples.trees, themes.paper)
  assert.equal(
    wholeCaption(chart!),
    'Messages against the number of processors. Lines join the medians of 2 sampled runs each. ' +
      'Bands reach from the smallest to the largest run. Points are single runs. ' +
      'Dashed lines are the bounds that the theorems claim. ' +
      'The sweep: Flooding, Spanning tree by flooding and Depth-first spanning tree; networks: Ring, Torus, ' +
      'Hypercube and G(n, p), mean degree 8; n = 16, 64 and 256; asynchronous with delays uniform on (0, 1]; ' +
      'random identifiers; all wake at time 0; 2 replicates of each, root seed 2004.',
  )
})

const words = ({ title, caption }: { readonly title: string; readonly caption: string }) => ({
  title,
  subject: caption,
})

/** Those of the samples that ask most of a layout. */
function few(all: Readonly<Record<string, Results>>, ...names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, all[name]!]))
}

test('an SVG for paper has its font in it and refers to nothing outside', async () => {
  const svg = standalone(await drawChart(sample!, themes.paper))
  assert.match(svg, /@font-face/)
  assert.doesNotMatch(svg, /https?:\/\/(?!www\.w3\.org)/)
})
