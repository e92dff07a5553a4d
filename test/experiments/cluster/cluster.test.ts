import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { importOptional } from '../../../experiments/cluster/optional.ts'
import { admissible, admissibleHere } from '../../helpers/admissible.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { misbehaviour } from './misbehaviour.ts'
import { linesOf, Program, until } from './processes.ts'
import { freePort, Redis, redisProgram, startPostgres } from './servers.ts'

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

const worker = (t: TestContext, url: string, module = './slow.mjs') =>
  new Program(t, folder, ['worker', url, '--workers', '1', '--allow', module])
const coordinator = (t: TestContext, url: string, out: string, ...more: string[]) =>
  new Program(t, folder, ['run', './slow.mjs', '--out', out, '--no-report', '--cluster', url, ...more])
const finished = (out: string) => linesOf(join(folder, out), 'runs.jsonl').length - 1

/** Waits until a coordinator has put something more on disk. */
async function progress(out: string, running: Program): Promise<void> {
  const before = finished(out)
  await until(() => finished(out) > before || !running.running, 'results')
  assert.ok(running.running, `the sweep was over before it could be disturbed: ${running.output}`)
}

/**
 * Runs the experiment on a cluster of two workers, of which one is killed in the middle of a job, then the coordinator;
 * whatever `disturb` does comes next, then another worker and a coordinator that is stopped by a signal, and one that
 * goes on to the end.
 */
async function survives(t: TestContext, url: string, disturb = async () => {}): Promise<void> {
  const out = new URL(url).protocol.replace(':', '')
  const workers = [worker(t, url), worker(t, url)]
  const killed = coordinator(t, url, out)
  await progress(out, killed)
  await workers[0]!.kill('SIGKILL')
  await progress(out, killed)
  await killed.kill('SIGKILL')
  await disturb()
  workers.push(worker(t, url))
  const before = finished(out)
  const stopped = coordinator(t, url, out, '--resume')
  await until(() => finished(out) > before || !stopped.running, 'results')
  // A fast machine may have done everything by now.
  if ((await stopped.kill('SIGTERM')) !== 0) assert.match(stopped.output, /interrupted; \d+ of 240 runs are/)
  assert.doesNotMatch(stopped.output, /secret/)
  const last = coordinator(t, url, out, '--resume')
  assert.equal(await last.ended(), 0, last.output)

  for (const name of ['runs.csv', 'manifest.json'])
    assert.ok(read(folder, out, name) === read(folder, 'local', name), `${name} differs`)
  // A header and a line for each cell: nothing is doubled.
  const lines = linesOf(join(folder, out), 'runs.jsonl').slice(1)
  const indices = lines.map((line) => JSON.parse(line).index as number)
  assert.deepEqual(
    indices.toSorted((a, b) => a - b),
    Array.from({ length: 240 }, (_, i) => i),
  )
  assert.ok(!existsSync(join(folder, out, 'cluster.json')))
  for (const one of workers.slice(1)) assert.equal(await one.kill('SIGTERM'), 130, one.output)
}

test('on PostgreSQL, workers and coordinators are killed, and the bytes are those of a local run', async (t) => {
  const url = await startPostgres(t, folder)
  await survives(t, url)
  await misbehaviour(t, url, folder)

  await t.test(
    'where only workers with other code are, the sweep is given up, and they are named',
    async (t) => {
      writeFileSync(join(folder, 'other.mjs'), `${experiment}// This is not the same code.\n`)
      const other = worker(t, url, './other.mjs')
      await until(() => other.output.includes('is at postgres:'), 'the worker')
      const alone = coordinator(t, url, 'alone')
      assert.equal(await alone.ended(), 2, alone.output)
      assert.match(
        alone.output,
        /no worker .* runs the code of this sweep, \w{8}; there are 1 with other code \(\w.*\): /,
      )
      assert.match(
        alone.output,
        /they need this very version of admissible and of .*slow\.mjs, started with --allow/,
      )
      assert.doesNotMatch(alone.output, /secret/)
    },
  )
})

test('on Redis, workers, coordinators and the server are killed, and the bytes are those of a local run', async (t) => {
  const program = redisProgram()
  if (program === null) {
    assert.ok(!process.env.ADMISSIBLE_NEEDS_REDIS, 'there is no redis-server and no valkey-server')
    return t.skip('there is no redis-server and no valkey-server on this machine')
  }
  const redis = await Redis.start(t, program, folder)
  await survives(t, redis.url, async () => await redis.killAndRestart())
})

test('a server that cannot be reached, an address that is none: one line, and nothing runs', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [`redis://127.0.0.1:${await freePort()}`, /^admissible: cannot reach redis:.*ECONNREFUSED/],
    [
      `postgres://me:secret@127.0.0.1:${await freePort()}/x`,
      /^admissible: cannot reach postgres:\/\/me:\*\*\*@.*ECONN/,
    ],
    [
      'http://localhost',
      /^admissible: “http:\/\/localhost” is no address of a cluster; it must be like redis:/,
    ],
    ['nowhere', /is no address of a cluster/],
  ]
  for (const [url, message] of cases)
    for (const words of [
      ['worker', url],
      ['run', 'quickstart', '--out', join(folder, 'none'), '--cluster', url],
    ]) {
      const { code, stderr } = await admissibleHere(words)
      assert.equal(code, 2, stderr)
      assert.match(stderr, message)
      assert.equal(stderr.trim().split('\n').length, 1, stderr)
    }
})

test('a package that is missing is named, with what installs it', async () => {
  await assert.rejects(importOptional('no-such-package'), {
    name: 'InputError',
    message:
      'a cluster needs the package no-such-package, which is not installed; npm install bullmq ioredis pg',
  })
})
