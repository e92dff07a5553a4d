import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { SweepStatus } from '../../../experiments/index.ts'
import { admissible, admissibleHere, scratch } from '../../helpers/admissible.ts'

const words = ['sweep', '--algorithm', 'flooding', '--topology', 'ring', '--n', '8,16', '--replicates', '4']
const statusOf = async (folder: string): Promise<SweepStatus> =>
  JSON.parse((await admissibleHere(['status', folder, '--json'])).stdout)

test('status tells a finished sweep from an interrupted one, and how to go on', async (t) => {
  const folder = scratch(t)
  assert.equal(admissible([...words, '--out', 'out', '--no-report'], folder).code, 0)
  const out = join(folder, 'out')
  const whole = await statusOf(out)
  assert.deepEqual([whole.state, whole.finished, whole.runs], ['complete', 8, 8])
  assert.match(
    (await admissibleHere(['status', out])).stdout,
    /^sweep: complete\n {2}100% {2}8 of 8 runs: 8 terminated\n$/,
  )

  // What a kill leaves: the log with three rows and a torn one.
  const lines = readFileSync(join(out, 'runs.jsonl'), 'utf8').split('\n').slice(0, 4)
  for (const name of ['runs.csv', 'timings.csv', 'manifest.json']) rmSync(join(out, name))
  truncateSync(join(out, 'runs.jsonl'), Buffer.byteLength(lines.join('\n')) + 20)
  const { state, finished, runs, resume } = await statusOf(out)
  assert.deepEqual([state, finished, runs], ['interrupted', 3, 8])
  assert.equal(resume, `admissible ${words.join(' ')} --out out --no-report --resume`)
  assert.match(
    (await admissibleHere(['status', out])).stdout,
    /37% {2}3 of 8 runs.*\n {2}to go on: admissible sweep .* --resume\n$/,
  )

  // A report of what there is says so.
  const report = admissible(['report', 'out'], folder)
  assert.match(report.stderr, /3 of 8 runs are finished; this is about those alone/)
  assert.ok(existsSync(join(out, 'report.html')))

  assert.equal(admissible(resume.split(' ').slice(1), folder).code, 0)
  assert.equal((await statusOf(out)).state, 'complete')
})

test('status of a folder without results is one line', async (t) => {
  const { code, stderr } = await admissibleHere(['status', scratch(t)])
  assert.equal(code, 2)
  assert.match(stderr, /^admissible: .* holds no results: there is no runs\.jsonl in it\n$/)
})

/** Runs that take as long as it takes until a file is there. */
const waiting = (gate: string) => `
import { existsSync } from 'node:fs'
const algorithm = {
  name: 'waits', requires: { root: true, size: true }, terminates: false,
  initially: ({ isRoot, n }) => ({ isRoot, n }),
  uponStart(p, { isRoot, n }) { if (isRoot && n > 6) while (!existsSync(${JSON.stringify(gate)})); },
  uponReceiving: { M() {} },
}
export default { name: 'waits', question: '?', algorithms: [algorithm], topologies: ['star'],
  sizes: [5, 6, 7, 8], replicates: 1, seed: 1 }
`

test('a running sweep shows from elsewhere how far it is, and keeps others out', async (t) => {
  const folder = scratch(t)
  const gate = join(folder, 'gate')
  const out = join(folder, 'out')
  writeFileSync(join(folder, 'waits.mjs'), waiting(gate))
  const run = ['run', join(folder, 'waits.mjs'), '--out', out, '--workers', '2', '--no-report']
  const sweep = spawn(process.execPath, [resolve('dist/cli/main.js'), ...run], { stdio: 'ignore' })
  const ended = once(sweep, 'exit')
  try {
    let status: SweepStatus | null = null
    for (let tries = 0; (status?.occupant?.progress?.done ?? 0) < 1; tries++) {
      assert.ok(tries < 1000, 'the sweep shows no progress')
      await pause(50)
      if (existsSync(join(out, 'runs.jsonl'))) status = await statusOf(out)
    }
    assert.equal(status!.state, 'running')
    assert.equal(status!.occupant!.pid, sweep.pid)
    assert.equal(status!.occupant!.progress!.total, 4)
    const other = await admissibleHere([...run, '--resume'])
    assert.equal(other.code, 2)
    assert.match(other.stderr, new RegExp(`process ${sweep.pid} on .* is writing to the results folder`))
  } finally {
    writeFileSync(gate, '')
    await ended
  }
  assert.deepEqual([(await statusOf(out)).state, (await statusOf(out)).occupant], ['complete', null])
})
