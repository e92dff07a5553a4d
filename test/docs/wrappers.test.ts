import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { stockWrappers } from '../../algorithms/index.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

const page = readFileSync('docs/wrappers.md', 'utf8')
const module = /```ts\n([\s\S]*?)```/.exec(page)![1]!

test('the page on wrappers names every parameter of every wrapper in its row', () => {
  for (const { name, parameters } of stockWrappers) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
    for (const key of Object.keys(parameters)) assert.ok(row?.includes(`\`${key}\``), `${name}: ${key}`)
  }
})

test('the wrapper of one’s own on the page has fewer than forty lines, and runs, is recorded and swept', async (t) => {
  const folder = scratch(t)
  assert.ok(module.trimEnd().split('\n').length < 40)
  writeFileSync(join(folder, 'causal-depth.ts'), module)
  const run = (...words: string[]) => admissibleHere(words, folder)
  const over = ['--over', './causal-depth.ts#causal-depth']
  const network = ['--topology', 'ring', '--n', '6']
  const record = ['--record', 'echo.jsonl', '--json']
  const { code, stdout, stderr } = await run('simulate', 'echo', ...over, ...network, ...record)
  assert.equal(code, 0, stderr)
  const row = JSON.parse(stdout)
  // The token goes once round, and back again.
  assert.equal(row.longest_chain, 6)
  assert.equal(row.over, 'causal-depth')
  assert.equal(row.messages_verdict, 'held')
  const refused = await run('verify', 'echo.jsonl')
  assert.equal(refused.code, 2)
  assert.match(refused.stderr, /causal-depth\.ts/)
  assert.equal((await run('verify', 'echo.jsonl', '--allow', '.')).code, 0)
  const { stderr: told, code: swept } = await run(
    ...['sweep', '--algorithm', 'echo', ...over, ...network, '--replicates', '2', '--workers', '1'],
    ...['--out', 'out', '--no-report'],
  )
  assert.equal(swept, 0, told)
  assert.match(readFileSync(join(folder, 'out', 'runs.csv'), 'utf8'), /echo over causal-depth/)
})

test('the bill of FloodMax on the page is that of a run', async () => {
  const words = ['simulate', 'floodmax', '--over', 'alpha', '--topology', 'ring', '--n', '6', '--json']
  const row = JSON.parse((await admissibleHere(words)).stdout)
  const bill = [row.messages_carried, row.messages_ack, row.messages_safe, row.messages]
  assert.deepEqual(bill, [36, 36, 36, 108])
  assert.deepEqual([row.over, row.quantity_A, row.quantity_R], ['alpha', 36, 3])
})
