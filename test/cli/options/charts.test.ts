import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { chartKinds } from '../../../reports/index.ts'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const specs = (folder: string): string[] =>
  readdirSync(join(folder, 'charts')).filter((name) => name.endsWith('.vl.json'))

test('list charts names every kind with its parameters', async () => {
  const listed = JSON.parse((await admissibleHere(['list', 'charts', '--json'])).stdout)
  assert.deepEqual(
    listed.map(({ name, parameters }: { name: string; parameters: object }) => [
      name,
      Object.keys(parameters),
    ]),
    chartKinds.entries.map(({ name, parameters }) => [name, Object.keys(parameters)]),
  )
})

test('a sweep draws the charts that --chart names, and report draws others from the same results', async (t) => {
  const folder = scratch(t)
  const words = '--algorithm flooding --topology gnp:degree=3,gnp:degree=5 --n 16,32 --replicates 2 --out out'
  const sweep = ['sweep', ...words.split(' '), '--chart', 'heat-map:x=n,y=gnp:degree']
  assert.equal((await admissibleHere(sweep, folder)).code, 0)
  const out = join(folder, 'out')
  assert.deepEqual(specs(out), ['messages-by-n-and-gnp-degree.vl.json'])
  const { experiment } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
  assert.deepEqual(experiment.charts, ['heat-map:x=n,y=gnp:degree'])
  const report = await admissibleHere(
    ['report', 'out', '--chart', 'time-against-n', '--chart', 'comparison'],
    folder,
  )
  assert.equal(report.code, 0)
  assert.deepEqual(specs(out), ['time-against-n.vl.json'])
  assert.match(report.stderr, /the results have nothing for the chart comparison to show/)
})

test('a chart that there is none of is refused before anything runs, with the path of its key', async (t) => {
  const folder = scratch(t)
  const words = ['sweep', '--algorithm', 'flooding', '--topology', 'ring', '--n', '16', '--chart', 'heatmap']
  const { code, stderr } = await admissibleHere(words, folder)
  assert.equal(code, 2)
  assert.equal(stderr, 'admissible: --chart[0]: unknown chart “heatmap”; did you mean heat-map?\n')
  writeFileSync(
    join(folder, 'mine.mjs'),
    `export default { name: 'mine', question: '', algorithms: ['flooding'], topologies: ['ring'], sizes: [8],
      replicates: 1, seed: 1, charts: ['against-n', 'against-n:measure=tiem'] }`,
  )
  for (const more of [[], ['--dry-run']]) {
    const run = await admissibleHere(['run', './mine.mjs', ...more], folder)
    assert.equal(run.code, 2)
    assert.match(
      run.stderr,
      /^admissible: experiment mine: charts\[1\]: chart against: measure=tiem is no cost; did you mean time\?/,
    )
  }
  assert.ok(!existsSync(join(folder, 'results')))
})
