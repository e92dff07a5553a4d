import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissible } from '../helpers/admissible.ts'
import { linesOf, Program, until } from '../helpers/processes.ts'
import { Redis, redisProgram, startPostgres } from '../helpers/servers.ts'
import { slowExperiment } from '../helpers/slow-experiment.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

// The experiment, with the results of a run on this machine alone.
const folder = temporaryFolder()
writeFileSync(join(folder, 'slow.mjs'), slowExperiment)
const local = admissible(['run', './slow.mjs', '--out', 'local', '--no-report'], folder)
assert.equal(local.code, 0, local.stderr)

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

const worker = (t: TestContext, url: string) =>
  new Program(t, folder, ['worker', url, '--workers', '1', '--allow', './slow.mjs'])
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
