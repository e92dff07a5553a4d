import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sharedMemoryAlgorithms, sharedObjects } from '../../algorithms/index.ts'
import { exploreObject, exploreShared, type LargestCost } from '../../engine/index.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

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

test('the table of how far it goes is what the exploration finds, where that does not take long', () => {
  const rows = [...page.matchAll(/^\| ([\w-]+), (\d) \| (any|one|two) \| ([\d,]+) \| (.*) \|$/gm)]
  assert.equal(rows.length, 43)
  for (const [, name, n, each, states, cells] of rows) {
    const lock = sharedMemoryAlgorithms.find((one) => one.name === name)!
    if (Number(states!.replaceAll(',', '')) > 2500) continue
    const passages = { any: Number.POSITIVE_INFINITY, one: 1, two: 2 }[each as 'any']
    const found = exploreShared(lock, { n: Number(n), passages })
    const { 'passage:cc': cc, 'passage:dsm': dsm, bypass } = found.extremes
    const costs = [shown(cc), shown(dsm), shown(bypass), found.lockout === null ? 'no' : 'yes']
    assert.deepEqual([found.states.toLocaleString('en'), cells], [states, costs.join(' | ')], `${name} ${n}`)
  }
})

test('the table of the reduction is what the exploration finds, where that does not take long', () => {
  const rows = [
    ...page.matchAll(/^\| ([\w-]+), (\d)(?:, (any|one) [^|]*)? \| ([\d,]+) \| ([\d,]+) \| (.*) \|$/gm),
  ]
  assert.equal(rows.length, 15)
  for (const [, name, n, each, whole, reduced, cells] of rows) {
    if (Number(whole!.replaceAll(',', '')) > 10_000) continue
    const lock = sharedMemoryAlgorithms.find((one) => one.name === name)
    const object = sharedObjects.find((one) => one.name === name)!
    const looked = [false, true].map((reduce) => {
      const asked = { n: Number(n), costs: false, reduce }
      if (lock === undefined) return exploreObject(object, asked)
      return exploreShared(lock, { ...asked, ...(each === 'one' && { passages: 1 }) })
    })
    const numbers = [
      ...looked.map(({ states }) => states),
      ...looked.map(({ transitions }) => transitions),
      ...looked.flatMap((found) => ('statesWithHistories' in found ? [found.statesWithHistories!] : [])),
    ]
    const shownNumbers = [whole, reduced, ...cells!.split(' | ')].flatMap(
      (text) => text!.match(/[\d,]+/g) ?? [],
    )
    assert.deepEqual(
      shownNumbers,
      numbers.map((count) => count.toLocaleString('en')),
      `${name} ${n}`,
    )
  }
})

test('the lock on the page is the one of the catalogue, line by line', () => {
  const source = readFileSync('algorithms/shared-mutual-exclusion/peterson-lock.ts', 'utf8')
  const lock = page.slice(0, page.indexOf('## What is counted'))
  const lines = [...lock.matchAll(/^ {6}\d: .*$/gm)].map(([line]) => line)
  assert.equal(lines.length, 5)
  for (const line of lines) assert.ok(source.includes(line), line)
})

test('the table of objects is what the exploration finds', () => {
  const rows = [...page.matchAll(/^\| ([\w-]+) \| (\d): .* \| ([\d,]+) \| ([\d,]+) \| (.*) \|$/gm)]
  assert.equal(rows.length, 6)
  for (const [, name, n, ...cells] of rows) {
    const object = sharedObjects.find((one) => one.name === name)!
    const found = exploreObject(object, { n: Number(n) })
    const steps = cells[2]!.split(', ').map((text) => {
      const [operation] = text.split(' ') as [string]
      return `${operation} ${shown(found.extremes[`${operation}:steps`])}`
    })
    const expected = [found.states, found.statesWithHistories!].map((count) => count.toLocaleString('en'))
    assert.deepEqual(cells, [...expected, steps.join(', ')], name)
  }
})

test('the object on the page compiles, is wrong, and its history is the table that is shown', async (t) => {
  const code = /^```ts\n(import \{ done, type ObjectState[\s\S]*?)^```$/m.exec(page)![1]!
  const [, command, table] = /^```text\n\$ admissible (.*)\n([\s\S]*?)^```$/m.exec(page)!
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.ts'), code)
  const words = command!.replaceAll("'", '').split(' ')
  const { code: exit, stdout } = await admissibleHere(words, folder)
  assert.equal(exit, 1)
  assert.ok(stdout.includes(table!), stdout)
})
