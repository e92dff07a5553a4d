import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { SweepStatus } from '../../experiments/index.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { sweep, swept } from '../helpers/swept.ts'

const statusOf = async (folder: string): Promise<SweepStatus> =>
  JSON.parse((await admissibleHere(['status', folder, '--json'])).stdout)

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

test('another folder with results in it is left alone', async (t) => {
  const folder = await swept(t, `${sweep} --no-report`)
  const { code, stderr } = await admissibleHere(
    ['reproduce', 'results/sweep', '--out', 'results/sweep'],
    folder,
  )
  assert.equal(code, 2)
  assert.match(stderr, /results\/sweep holds results already; give another folder with --out/)
  assert.equal((await admissibleHere(['reproduce', 'results/sweep', '--out', 'again'], folder)).code, 0)
  assert.ok(existsSync(join(folder, 'again/runs.csv')))
})
