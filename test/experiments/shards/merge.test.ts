import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineExperiment, mergeShards, runExperiment } from '../../../experiments/index.ts'
import { dealCells } from '../../../experiments/shards/shard.ts'
import fc from '../../helpers/property.ts'
import { resealed } from '../../helpers/resealed.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()
const definition = {
  name: 'trial',
  question: 'Is the whole the sum of its parts?',
  algorithms: ['flooding', 'dfs-tree-root'],
  timings: ['synchronous', 'asynchronous'],
  topologies: ['ring', 'gnp:degree=4', 'file:admissible/arpanet-1969.txt'],
  sizes: [16, 64],
  delays: ['uniform', 'constant'],
  replicates: 3,
  seed: 7,
} as const
const experiment = defineExperiment(definition)
const read = (directory: string, name: string) => readFileSync(join(directory, name), 'utf8')
const whole = join(folder, 'whole')
await runExperiment(experiment, { out: whole, workers: 1 })

const runShard = async (index: number, count: number, name = `${index}-of-${count}`, change = {}) => {
  const out = join(folder, name)
  const shard = { index, count }
  await runExperiment(defineExperiment({ ...definition, ...change }), { out, shard, workers: 1 })
  return out
}
const shards = await Promise.all([1, 2, 3, 4].map((index) => runShard(index, 4)))
const merged = (directories: readonly string[]) => mergeShards(directories, join(folder, 'merged'))

test('four shards, in any order, merge to the bytes of the whole sweep', () => {
  for (const order of [shards, shards.toReversed()]) {
    const { rows, interrupted } = merged(order)
    for (const name of ['runs.csv', 'manifest.json'])
      assert.equal(read(join(folder, 'merged'), name), read(whole, name))
    assert.equal(interrupted, false)
    assert.equal(rows.length, JSON.parse(read(whole, 'manifest.json')).cells)
  }
})

test('what was merged resumes like any other results: nothing is left to run', async () => {
  merged(shards)
  const { rows } = await runExperiment(experiment, {
    out: join(folder, 'merged'),
    resume: true,
    onProgress: () => assert.fail('something ran'),
  })
  assert.ok(rows.length > 0)
})

test('a merge that was killed leaves nothing in the way of the next one', () => {
  merged(shards)
  const out = join(folder, 'killed')
  const log = read(join(folder, 'merged'), 'runs.jsonl')
  // Killed after the header, within a line, before the tables; and before the last of them.
  const lengths = [log.indexOf('\n') + 1, Math.floor(log.length / 2), log.length, null]
  for (const length of lengths) {
    rmSync(out, { recursive: true, force: true })
    if (length === null) {
      cpSync(join(folder, 'merged'), out, { recursive: true })
      rmSync(join(out, 'manifest.json'))
    } else {
      mkdirSync(out)
      writeFileSync(join(out, 'runs.jsonl'), log.slice(0, length))
    }
    mergeShards(shards, out)
    assert.equal(read(out, 'runs.csv'), read(whole, 'runs.csv'))
    assert.deepEqual(
      readdirSync(out).filter((name) => name.startsWith('previous')),
      [],
    )
  }
})

test('every cell is dealt to exactly one shard, each size evenly', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 16, 64, 256), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (sizes, count) => {
        const dealt = dealCells(Float64Array.from(sizes), count)
        for (const n of new Set(sizes)) {
          const hands = Array.from({ length: count }, (_, i) =>
            sizes.filter((size, index) => size === n && dealt[index] === i + 1),
          ).map(({ length }) => length)
          assert.equal(
            hands.reduce((sum, length) => sum + length, 0),
            sizes.filter((size) => size === n).length,
          )
          assert.ok(Math.max(...hands) - Math.min(...hands) <= 1, hands.join())
        }
      },
    ),
  )
})

const refused = (directories: readonly string[], message: RegExp) =>
  assert.throws(() => merged(directories), { name: 'InputError', message })

test('a missing shard is named', () => {
  refused([shards[0]!, shards[1]!, shards[3]!], /^shard 3\/4 is missing; give its folder too$/)
  refused([], /there are no shards to merge/)
})

test('a shard that is not finished is named, and so is a run that a shard lacks', () => {
  const torn = join(folder, 'torn')
  cpSync(shards[1]!, torn, { recursive: true })
  const lines = read(torn, 'runs.jsonl').trimEnd().split('\n')
  writeFileSync(join(torn, 'runs.jsonl'), `${lines.slice(0, -1).join('\n')}\n`)
  refused(
    [shards[0]!, torn, shards[2]!, shards[3]!],
    /torn \(shard 2\/4\) lacks (flooding|dfs-tree-root) on .*, replicate \d; run it again with --resume$/,
  )
  rmSync(join(torn, 'manifest.json'))
  refused([torn], /torn: shard 2\/4 is not finished, \d+ runs of it are there/)
})

test('a shard of another definition, seed, division or code is named', async () => {
  const other = async (change: object) => [shards[0]!, await runShard(2, 4, 'other', change)]
  refused(
    await other({ seed: 8 }),
    /other \(shard 2\/4\) and .*1-of-4 \(shard 1\/4\) .*seed is 8 in one and 7 in/,
  )
  refused(
    await other({ sizes: [16] }),
    /are not of one sweep: sizes is \[16\] in one and \[16,64\] in the other/,
  )
  refused([shards[0]!, await runShard(2, 3)], /2-of-3 .* are of different divisions of the sweep/)
  refused([whole], /whole holds a whole sweep, not a shard/)
  refused([join(folder, 'nowhere')], /nowhere holds no results/)
  const changed = await runShard(2, 4, 'code')
  const log = read(changed, 'runs.jsonl')
  writeFileSync(
    join(changed, 'runs.jsonl'),
    resealed(log.replace(/"codeHash":"[^"]*"/, '"codeHash":"other"')),
  )
  refused([shards[0]!, changed], /code \(shard 2\/4\) and .* were run by different code/)
})

test('a shard given twice counts once; one that says something else is named with the run and the column', () => {
  const copy = join(folder, 'copy')
  cpSync(shards[2]!, copy, { recursive: true })
  merged([...shards, copy])
  assert.equal(read(join(folder, 'merged'), 'runs.csv'), read(whole, 'runs.csv'))
  const log = read(copy, 'runs.jsonl')
  const [, messages] = /"messages":(\d+)/.exec(log)!
  writeFileSync(join(copy, 'runs.jsonl'), resealed(log.replace(`"messages":${messages}`, '"messages":1')))
  refused(
    [...shards, copy],
    new RegExp(
      `3-of-4 and .*copy contradict each other about .*: messages is ${messages} and 1; the same run must`,
    ),
  )
})

test('a run that belongs to another shard, or to no sweep like this, is named', () => {
  const stray = join(folder, 'stray')
  cpSync(shards[0]!, stray, { recursive: true })
  const lines = read(stray, 'runs.jsonl').trimEnd().split('\n')
  const foreign = read(shards[1]!, 'runs.jsonl').trimEnd().split('\n').at(-1)!
  writeFileSync(join(stray, 'runs.jsonl'), `${[...lines, foreign].join('\n')}\n`)
  refused([stray, ...shards.slice(1)], /stray \(shard 1\/4\) holds .*, which belongs to shard 2\/4$/)
  const unknown = lines.at(-1)!.replace(/"replicate":\d+/, '"replicate":99')
  writeFileSync(join(stray, 'runs.jsonl'), resealed([...lines.slice(0, -1), unknown].join('\n')))
  refused([stray, ...shards.slice(1)], /stray: a result is about .*replicate 99, which is not of this/)
})

test('a shard resumes as itself only, and another one in its folder puts it aside', async () => {
  const out = await runShard(1, 4, 'again')
  await assert.rejects(runExperiment(experiment, { out, resume: true }), {
    name: 'InputError',
    message: /it was begun as shard 1\/4, now it is the whole sweep/,
  })
  await runShard(2, 4, 'again')
  assert.ok(existsSync(join(out, 'previous-1', 'runs.jsonl')))
  assert.ok(!readdirSync(out).includes('summary.csv'))
})

test('more shards than runs are refused', async () => {
  await assert.rejects(runShard(1, 10_000), {
    name: 'InputError',
    message: /too few for 10000 shards; take at most/,
  })
})
