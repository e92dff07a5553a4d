import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rowColumns } from '../../../experiments/index.ts'
import { admissibleHere, realData } from '../../helpers/admissible.ts'

const simulate = (words: string) => admissibleHere(['simulate', ...words.split(' ')])
const row = async (words: string) => JSON.parse((await simulate(`${words} --json`)).stdout)

test('flooding on a ring of five with constant delay: 6 messages, time 3, terminated', async () => {
  const { code, stdout } = await simulate('flooding --topology ring --n 5 --delay constant --json')
  const printed = JSON.parse(stdout)
  assert.deepEqual([printed.messages, printed.time, printed.outcome, code], [6, 3, 'terminated', 0])
  assert.deepEqual(Object.keys(printed).slice(0, rowColumns.length), [...rowColumns])
})

test('10,000 processors are an ordinary size', async () => {
  const printed = await row('spanning-tree-flood --topology gnp:degree=8 --n 10000')
  assert.equal(printed.n, 10_000)
  assert.equal(printed.messages_verdict, 'held')
})

test('an instance can be given exactly: identifiers, root, initiators', async () => {
  // Descending clockwise, LCR costs n(n + 1)/2 + n = 14.
  assert.equal((await row('lcr --topology ring --n 4 --ids 3,2,1,0')).messages, 14)
  // From the end of a path the farthest processor is at distance 4, from the middle at 2.
  assert.equal((await row('flooding --topology path --n 5 --root 0')).root_eccentricity, 4)
  assert.equal((await row('flooding --topology path --n 5 --root centre')).root_eccentricity, 2)
  // One initiator costs 4m − 2n + 2; with m = n = 6: 24 − 12 + 2.
  assert.equal((await row('dfs-tree-no-root --topology ring --n 6 --initiators 2')).messages, 14)
})

test('the same seed gives the same run, another seed another', async () => {
  const run = async (seed: number) =>
    (await simulate(`flooding --topology gnp --n 50 --seed ${seed} --json`)).stdout
  assert.equal(await run(7), await run(7))
  assert.notEqual(await run(7), await run(8))
})

test('for people it says what ran, how it ended, and whether the claims held', async () => {
  const { stdout } = await simulate('flooding --topology ring --n 5 --delay constant')
  assert.match(stdout, /messages +6 +claim: 6, held/)
  assert.match(stdout, /time +3 +claim: 3, held/)
})

test('every file of real networks loads, and PlanetLab latencies serve as delays', async (t) => {
  const data = realData(t)
  if (data === null) return
  const networks = ['topology-zoo', 'snap'].flatMap((folder) =>
    readdirSync(join(data, folder)).map((file) => join(data, folder, file)),
  )
  assert.ok(networks.length >= 20)
  for (const path of networks) {
    const printed = await row(`flooding --topology file:${path},component=largest --delay uniform`)
    assert.equal(printed.messages, 2 * printed.m - (printed.n - 1), path)
  }
  const latencies = join(data, 'planetlab/PlanetLabData_1.txt')
  for (const delay of [`matrix:${latencies}`, `sampled:${latencies}`])
    assert.equal((await row(`flooding --topology gnp --n 400 --delay ${delay}`)).time_verdict, 'held')
})

test('help has examples for every command', async () => {
  for (const command of [
    'run',
    'sweep',
    'simulate',
    'replay',
    'verify',
    'draw',
    'shrink',
    'list',
    'report',
    'bench',
  ]) {
    const { code, stdout } = await admissibleHere([command, '--help'])
    assert.equal(code, 0)
    assert.match(stdout, /Examples:\n {2}\$ admissible/)
  }
})
