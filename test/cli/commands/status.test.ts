import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { SweepStatus } from '../../../experiments/index.ts'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const words = ['sweep', '--algorithm', 'flooding', '--topology', 'ring', '--n', '8,16', '--replicates', '4']
const statusOf = async (folder: string): Promise<SweepStatus> =>
  JSON.parse((await admissibleHere(['status', folder, '--json'])).stdout)

test('status tells a finished sweep from an interrupted one, and how to go on', async (t) => {
  const folder = scratch(t)
  assert.equal((await admissibleHere([...words, '--out', 'out', '--no-report'], folder)).code, 0)
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
  const report = await admissibleHere(['report', 'out'], folder)
  assert.match(report.stderr, /3 of 8 runs are finished; this is about those alone/)
  assert.ok(existsSync(join(out, 'report.html')))

  assert.equal((await admissibleHere(resume.split(' ').slice(1), folder)).code, 0)
  assert.equal((await statusOf(out)).state, 'complete')
})
