import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { stabilisingAlgorithms } from '../../algorithms/index.ts'
import { exploreStabilising, formulaOf, stabilisingSystem } from '../../engine/index.ts'
import { admissibleHere } from '../helpers/admissible.ts'

const page = readFileSync('docs/self-stabilisation.md', 'utf8')

test('the table of exact costs is what the exploration finds', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| (\d) \| (\d) \| (.*) \|$/gm)]
  assert.equal(rows.length, 8)
  for (const [, name, n, k, cells] of rows) {
    const algorithm = stabilisingAlgorithms.find((one) => one.name === name)!
    const system = stabilisingSystem(algorithm, Number(n), { k: Number(k) })
    const most = (daemon: string) => exploreStabilising(system, { daemon }).most
    const shown = (cost: { value: number } | undefined) => String(cost?.value ?? 'never')
    const [central, distributed, synchronous] = [most('central'), most('distributed'), most('synchronous')]
    const costs = [central?.steps, distributed?.steps, distributed?.moves, synchronous?.steps].map(shown)
    const configurations = (Number(k) ** Number(n)).toLocaleString('en')
    assert.equal(cells, [configurations, ...costs].join(' | '), `${name} ${n} ${k}`)
  }
})

test('what the page shows is what the command prints', async () => {
  const [, shown] = /```text\n([\s\S]*?)```/.exec(page)!
  const { stdout } = await admissibleHere(['stabilise', 'dijkstra-k-state', '--n', '5'])
  assert.equal(stdout, shown)
})

test('the algorithm on the page is the one of the catalogue, line by line', () => {
  const source = readFileSync('algorithms/self-stabilisation/dijkstra-k-state.ts', 'utf8')
  const [, code] = /export const dijkstraKState: StabilisingAlgorithm = \{\n([\s\S]*?)```/.exec(page)!
  for (const line of code!.split('\n')) assert.ok(source.includes(line), line)
})

test('the catalogue has every claim', () => {
  for (const { name, claims } of stabilisingAlgorithms) {
    const [row] = page.match(new RegExp(`^\\| \`${name}\` \\| [a-z].*$`, 'm'))!
    for (const { formula } of Object.values(claims)) assert.ok(row.includes(formulaOf(formula).text), name)
  }
})
