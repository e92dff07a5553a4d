import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sharedMemoryAlgorithms } from '../../algorithms/index.ts'
import { exploreShared, type LargestCost } from '../../engine/index.ts'

const page = readFileSync('docs/shared-memory.md', 'utf8')

const shown = (cost: LargestCost | undefined): string =>
  cost?.kind === 'bounded' ? String(cost.value) : 'no bound'

test('the table of exact costs is what the exploration finds', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)`(, two passages each)? \| (\d) \| (.*) \|$/gm)]
  assert.equal(rows.length, 5)
  for (const [, name, limited, n, cells] of rows) {
    const lock = sharedMemoryAlgorithms.find((one) => one.name === name)!
    const found = exploreShared(lock, { n: Number(n), ...(limited !== undefined && { passages: 2 }) })
    const { 'passage:cc': cc, 'passage:dsm': dsm, bypass } = found.extremes
    const costs = [shown(cc), shown(dsm), shown(bypass)]
    const expected = [found.states.toLocaleString('en'), ...costs, found.lockout === null ? 'no' : 'yes']
    assert.equal(cells, expected.join(' | '), `${name} ${n}`)
  }
})

test('the lock on the page is the one of the catalogue, line by line', () => {
  const source = readFileSync('algorithms/shared-mutual-exclusion/peterson-lock.ts', 'utf8')
  const lines = [...page.matchAll(/^ {6}\d: .*$/gm)].map(([line]) => line)
  assert.equal(lines.length, 5)
  for (const line of lines) assert.ok(source.includes(line), line)
})
