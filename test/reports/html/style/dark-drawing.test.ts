import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawChart } from '../../../../reports/figures/on-page.ts'
import { recolour } from '../../../../reports/html/style/dark-drawing.ts'
import { makeCharts } from '../../../../reports/index.ts'
import { themes } from '../../../../reports/themes/index.ts'
import { ringElection } from '../../../helpers/samples.ts'

const [light, dark] = [themes.blog, themes['blog-dark']]

const coloursOf = (svg: string): Set<string> =>
  new Set([...svg.matchAll(/ (?:fill|stroke)="(#[0-9a-f]{6})"/g)].map((match) => match[1]!))

test('a chart has the same colours on a dark page as in the dark theme', async () => {
  const results = ringElection({ sizes: [16, 32, 64], replicates: 6 })
  const rules = new Map(recolour(light, dark))
  const seen = (colour: string) => rules.get(`.plot [fill="${colour}"]`)?.replace('fill:', '') ?? colour
  const inLight = makeCharts(results, light)
  const inDark = makeCharts(results, dark)
  for (const [i, chart] of inLight.slice(0, 1).entries()) {
    const drawn = coloursOf((await drawChart(chart, light)).svg)
    const wanted = coloursOf((await drawChart(inDark[i]!, dark)).svg)
    assert.deepEqual(new Set([...drawn].map(seen)), wanted, chart.name)
  }
})

test('nothing is recoloured into itself, and lines as areas are', () => {
  const rules = recolour(light, dark)
  assert.deepEqual(recolour(light, light).length, 1, 'but for words on colours')
  const selectors = rules.map(([selector]) => selector)
  assert.ok(selectors.includes(`.plot [stroke="${light.series[0]!.colour}"]`))
  assert.deepEqual(selectors, [...new Set(selectors)])
})
