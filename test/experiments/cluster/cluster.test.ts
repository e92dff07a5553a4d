import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissible } from '../../cli/admissible.ts'
import { temporaryFolder } from '../temporary.ts'
import { linesOf, Program, until } from './processes.ts'
import { Redis, redisProgram, startPostgres } from './servers.ts'

/** An experiment whose runs take long enough to be killed in, with an algorithm that is in no catalogue. */
const experiment = `
import { exactly } from 'admissible'
const slow = {
  name: 'slow-broadcast',
  requires: { root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, sum: 0 }),
  uponStart(p, state) {
    if (!state.isRoot) return
    for (let i = 0; i < 2_000_000; i++) state.sum = (state.sum + i * i) % 1_000_003
    p.sendToAll({ type: 'M' })
  },
  uponReceiving: { M() {} },
  claims: { messages: exactly('n - 1') },
}
export default {
  name: 'slow', question: 'Is anything lost or doubled?', algorithms: [slow, 'flooding'], topologies: ['star'],
  sizes: [4, 8, 16], inputs: ['root=0'], replicates: 40, seed: 1,
}
`

// The experiment, with the results of a run on this machine alone.
const folder = temporaryFolder()
writeFileSync(join(folder, 'slow.mjs'), experiment)
const local = admissible(['run', './slow.mjs', '--out', 'local', '--no-report'], folder)
assert.equal(local.code, 0, local.stderr)

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

/**
 * Runs the experiment on a cluster of two workers, of which one is killed in the middle of a job, then the coordinator,
 * then whatever `disturb` does; a new coordinator and a new worker go on.
 */
async function survives(t: TestContext, url: string, disturb = async () => {}): Promise<void> {
  const out = join(folder, new URL(url).protocol.replace(':', ''))
  const worker = () => new Program(t, folder, ['worker', url, '--workers', '1', '--allow', './slow.mjs'])
  const coordinator = (...more: string[]) =>
    new Program(t, folder, ['run', './slow.mjs', '--out', out, '--no-report', '--cluster', url, ...more])
  const finished = () => linesOf(out, 'runs.jsonl').length - 1
  const workers = [worker(), worker()]
  const first = coordinator()
  await until(() => finished() >= 10 || !first.running, 'the first results')
  assert.ok(first.running, first.output)
  await workers[0]!.kill('SIGKILL')
  const before = finished()
  await until(() => finished() > before, 'results of the other worker')
  await first.kill('SIGKILL')
  assert.ok(finished() < 240, 'the sweep was over before it could be disturbed')
  await disturb()
  workers.push(worker())
  const second = coordinator('--resume')
  assert.equal(await second.ended(), 0, second.output)

  for (const name of ['runs.csv', 'manifest.json'])
    assert.ok(read(out, name) === read(folder, 'local', name), `${name} differs`)
  // A header and a line for each cell: nothing is doubled.
  const indices = linesOf(out, 'runs.jsonl')
    .slice(1)
    .map((line) => JSON.parse(line).index)
  assert.deepEqual(
    indices.toSorted((a, b) => a - b),
    Array.from({ length: 240 }, (_, i) => i),
  )
  assert.ok(!existsSync(join(out, 'cluster.json')))
  for (const one of workers.slice(1)) assert.equal(await one.kill('SIGTERM'), 130, one.output)
}

test('on PostgreSQL, a worker and the coordinator are killed, and the bytes are those of a local run', async (t) => {
  await survives(t, await startPostgres(t, folder))
})

test('on Redis, a worker, the coordinator and the server are killed, and the bytes are those of a local run', async (t) => {
  const program = redisProgram()
  if (program === null) {
    assert.ok(!process.env.ADMISSIBLE_NEEDS_REDIS, 'there is no redis-server and no valkey-server')
    return t.skip('there is no redis-server and no valkey-server on this machine')
  }
  const redis = await Redis.start(t, program, folder)
  await survives(t, redis.url, async () => await redis.killAndRestart())
})
