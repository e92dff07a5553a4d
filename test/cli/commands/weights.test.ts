import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const table = (...path: string[]) =>
  parse(readFileSync(join(...path), 'utf8'), { columns: true }) as Record<string, string>[]

const words =
  'sweep --algorithm bellman-ford,bellman-ford-rounds --topology ring --n 4..8 --timing synchronous --weights distinct,uniform:max=9 --replicates 2 --seed 3 --chart messages-against-n'

test('a sweep over weights has a column for them, in all tables, and one without has none', async (t) => {
  const folder = scratch(t)
  const { code, stdout } = await admissibleHere([...words.split(' '), '--out', 'with'], folder)
  assert.equal(code, 0, stdout)
  const runs = table(folder, 'with', 'runs.csv')
  // 2 algorithms, 2 sizes, 2 rules, 2 replicates.
  assert.equal(runs.length, 16)
  assert.deepEqual(new Set(runs.map(({ weights }) => weights)), new Set(['distinct', 'uniform:max=9']))
  for (const name of ['summary.csv', 'comparisons.csv', 'growth.csv']) {
    const lines = table(folder, 'with', name)
    const columns = Object.keys(lines[0]!)
    assert.equal(columns[columns.indexOf('inputs') + 1], 'weights', name)
    assert.equal(new Set(lines.map(({ weights }) => weights)).size, 2, name)
  }
  assert.equal(table(folder, 'with', 'summary.csv').length, 8)

  const plain =
    'sweep --algorithm flooding,echo --topology ring --n 4..8 --replicates 2 --chart messages-against-n --out without'
  assert.equal((await admissibleHere(plain.split(' '), folder)).code, 0)
  for (const name of ['runs.csv', 'summary.csv', 'comparisons.csv', 'growth.csv'])
    assert.equal(Object.keys(table(folder, 'without', name)[0]!).includes('weights'), false, name)
  assert.doesNotMatch(readFileSync(join(folder, 'without/manifest.json'), 'utf8'), /weights/)
})

test('a row is run again with its weights, a sweep is reproduced, and shards are merged to the whole', async (t) => {
  const folder = scratch(t)
  const run = async (line: string) => {
    const found = await admissibleHere(line.split(' '), folder)
    assert.equal(found.code, 0, found.stderr + found.stdout)
    return found.stdout
  }
  await run(`${words} --out whole`)
  const [first] = table(folder, 'whole', 'runs.csv')
  assert.match(await run('replay whole --row 1 --record row.jsonl'), /the same/)
  assert.match(await run('verify row.jsonl'), /legal and admissible/)
  const header = JSON.parse(readFileSync(join(folder, 'row.jsonl'), 'utf8').split('\n')[0]!)
  assert.equal(header.cell.weights, first!.weights)
  assert.equal(header.instance.weights.length, Number(first!.m))
  await run('reproduce whole')
  for (const shard of ['1/2', '2/2']) await run(`${words} --shard ${shard} --out part-${shard[0]}`)
  await run('merge part-1 part-2 --out merged')
  for (const name of ['runs.csv', 'summary.csv'])
    assert.equal(
      readFileSync(join(folder, 'merged', name), 'utf8'),
      readFileSync(join(folder, 'whole', name), 'utf8'),
    )
})

test('a record with other weights, too few of them or none is rejected', async (t) => {
  const folder = scratch(t)
  const line = 'simulate ghs-mst --topology ring --n 4 --weights distinct --record run.jsonl'
  assert.equal((await admissibleHere(line.split(' '), folder)).code, 0)
  const [header, ...rest] = readFileSync(join(folder, 'run.jsonl'), 'utf8').split('\n')
  const verify = async (change: (weights: number[]) => unknown) => {
    const changed = JSON.parse(header!)
    changed.instance.weights = change(changed.instance.weights)
    writeFileSync(join(folder, 'other.jsonl'), [JSON.stringify(changed), ...rest].join('\n'))
    return admissibleHere(['verify', 'other.jsonl'], folder)
  }
  assert.equal((await verify((weights) => weights)).code, 0)
  // The lightest channel becomes the heaviest, so that somebody connects over another one.
  assert.equal((await verify((weights) => weights.map((weight) => (weight === 1 ? 9 : weight)))).code, 1)
  const few = await verify((weights) => weights.slice(1))
  assert.equal(few.code, 2)
  assert.match(few.stderr, /field instance\.weights has 3 entries for 4 channels/)
  const negative = await verify((weights) => weights.map((weight) => -weight))
  assert.equal(negative.code, 2)
  assert.match(negative.stderr, /instance\.weights\[0\] must be number/)
  const none = await verify(() => undefined)
  assert.equal(none.code, 1)
  assert.match(none.stdout, /ghs-mst requires weights of the channels/)
})

test('explore and attack have weights, too', async (t) => {
  const folder = scratch(t)
  const explored = await admissibleHere(
    'explore bellman-ford --topology triangle-chain --n 3 --weights own --root first --wakeup root --json'.split(
      ' ',
    ),
    folder,
  )
  assert.equal(explored.code, 0)
  // The root tells 2; both others hear of 1 first, then of 0, and tell it both their neighbours: 2 + 4 + 4.
  assert.equal(JSON.parse(explored.stdout).messages.max, 10)
  const graphs = 'explore ghs-mst --over graphs --n 3 --weights distinct --json'
  assert.equal((await admissibleHere(graphs.split(' '), folder)).code, 0)
  const attack =
    'attack ghs-mst --topology ring --n 5 --weights distinct --runs 60 --record worst.jsonl --json'
  const attacked = await admissibleHere(attack.split(' '), folder)
  assert.equal(attacked.code, 0, attacked.stderr)
  assert.equal((await admissibleHere(['verify', 'worst.jsonl'], folder)).code, 0)
})

test('weights that are missing, equal or unknown cost one line that says what would be right', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'equal.txt'), 'a b 3\nb c 3\n')
  writeFileSync(join(folder, 'bare.txt'), 'a b\nb c\n')
  const refuses = async (line: string, message: RegExp) => {
    const { code, stderr } = await admissibleHere(line.split(' '), folder)
    assert.equal(code, 2, line)
    assert.match(stderr, /^admissible: .*\n$/)
    assert.match(stderr, message)
  }
  const ghs = 'simulate ghs-mst --topology'
  await refuses(
    `${ghs} ring --n 5`,
    /ghs-mst requires weights of the channels \(use --weights distinct, in an/,
  )
  await refuses(`${ghs} ring --n 5 --weights unit`, /requires distinct weights; here two channels weigh 1/)
  await refuses(
    `${ghs} file:equal.txt --weights file`,
    /requires distinct weights; here two channels weigh 3/,
  )
  await refuses(
    `${ghs} file:bare.txt --weights file`,
    /this network brings none \(a file does with a third column/,
  )
  await refuses(
    `${ghs} ring --n 5 --weights heavy`,
    /unknown weights “heavy”; known: distinct, uniform, unit, own, distance, file/,
  )
  await refuses(`${ghs} ring --n 5 --weights distance`, /weights distance need coordinates/)
  await refuses(
    'sweep --algorithm ghs-mst --topology ring --n 8 --replicates 1',
    /topology ring \(n = 8\): ghs-mst requires weights/,
  )
  await refuses(
    'simulate boruvka --topology ring --n 5 --weights distinct --wakeup root',
    /wake together, at time 0/,
  )
})
