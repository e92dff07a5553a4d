import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible, admissibleHere, realData, scratch } from '../../helpers/admissible.ts'
import { forward, tokenModule } from '../../helpers/token-module.ts'

const sweep = (folder: string, words: string) => admissibleHere(['sweep', ...words.split(' ')], folder)

/** The files that may not depend on anything but definition and seed, by name. */
function bytesOf(folder: string): Record<string, string> {
  const charts = readdirSync(join(folder, 'charts')).filter((name) => name.endsWith('.svg'))
  const names = ['runs.csv', 'summary.csv', ...charts.map((name) => join('charts', name))]
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

test('the same sweep with 1 and with 2 workers, twice, gives identical bytes', async (t) => {
  const folder = scratch(t)
  const words =
    '--algorithm flooding,dfs-tree-root --topology ring,gnp:degree=4 --n 16..128 --replicates 4 --seed 9 --chart messages-against-n --chart time-against-n --chart messages-ratio'
  const results: Record<string, string>[] = []
  for (const [i, workers] of [1, 2, 1, 2].entries()) {
    // The last one in a process of its own, which has drawn nothing before.
    const run = i === 3 ? admissible : admissibleHere
    const line = `sweep ${words} --workers ${workers} --out run${i}`.split(' ')
    assert.equal((await run(line, folder)).code, 0)
    results.push(bytesOf(join(folder, `run${i}`)))
  }
  assert.ok(Object.keys(results[0]!).length >= 5)
  for (const result of results) assert.deepEqual(result, results[0])
  const { command } = JSON.parse(readFileSync(join(folder, 'run0/manifest.json'), 'utf8'))
  assert.equal(command, `admissible sweep ${words} --workers 1 --out run0`)
})

test('a sweep over a real network works from flags', async (t) => {
  const data = realData(t)
  if (data === null) return
  const kdl = join(data, 'topology-zoo/Kdl.gml')
  const folder = scratch(t)
  const words = `--algorithm flooding --topology file:${kdl} --delay uniform --replicates 5`
  const { code, stdout } = await sweep(folder, words)
  assert.equal(code, 0)
  assert.match(stdout, /All 5 runs kept their claims\./)
  for (const file of ['runs.csv', 'summary.csv', 'timings.csv', 'manifest.json', 'report.html'])
    assert.ok(existsSync(join(folder, 'results/latest', file)), file)
})

test('--dry-run prints the grid and its cost and writes nothing', async (t) => {
  const folder = scratch(t)
  const words = '--algorithm flooding --topology ring --n 16,32 --replicates 3 --dry-run'
  // 2m − (n − 1) = n + 1 on a ring: 3 · (17 + 33) = 150 messages.
  assert.match((await sweep(folder, words)).stdout, /6 runs, about 150 messages/)
  const { cells, memory } = JSON.parse((await sweep(folder, `${words} --json`)).stdout)
  assert.equal(cells, 6)
  // The largest of the runs: 121 bytes for each of 32 processors, 16 for each of 32 messages.
  assert.equal(memory.n, 32)
  assert.equal(memory.bytes.total - memory.bytes.program, 121 * 32 + 16 * 32)
  assert.deepEqual(readdirSync(folder), [])
})

test('--json prints one document that names the files', async (t) => {
  const folder = scratch(t)
  const { stdout } = await sweep(folder, '--algorithm flooding --topology ring --n 8 --replicates 2 --json')
  const document = JSON.parse(stdout)
  assert.deepEqual(document.outcomes, { terminated: 2 })
  for (const file of document.files) assert.ok(existsSync(join(folder, document.directory, file)), file)
})

test('an algorithm of one’s own that keeps its claims runs, is charted and reported', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'token.ts'), tokenModule("exactly('n')", forward))
  assert.equal((await admissibleHere(['run', './token.ts'], folder)).code, 0)
  assert.ok(existsSync(join(folder, 'results/token/charts/messages-against-n.png')))
})

test('report redraws the same bytes from a results folder', async (t) => {
  const folder = scratch(t)
  await sweep(folder, '--algorithm flooding --topology ring --n 8,16 --replicates 3 --out results')
  const before = bytesOf(join(folder, 'results'))
  const { code, stdout } = await admissibleHere(['report', 'results', '--json'], folder)
  assert.equal(code, 0)
  assert.ok(JSON.parse(stdout).includes('summary.csv'))
  assert.deepEqual(bytesOf(join(folder, 'results')), before)
  assert.equal((await admissibleHere(['report', 'nowhere'], folder)).code, 2)
})
