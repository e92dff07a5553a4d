import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

/** Everything in a results folder that is the same whenever the same sweep is run, by name. */
function bytesOf(folder: string): Record<string, string> {
  const charts = readdirSync(join(folder, 'charts')).map((name) => join('charts', name))
  const names = ['runs.csv', 'summary.csv', 'manifest.json', 'report.html', ...charts]
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'base64')]))
}

test('four shards merged are the unsharded bytes, tables, charts, report and all', async (t) => {
  const folder = scratch(t)
  const words = 'sweep --algorithm flooding,lcr --topology ring --n 8..64 --replicates 3 --seed 9'.split(' ')
  const run = (...more: string[]) => admissibleHere([...words, '--workers', '1', ...more], folder)
  assert.equal((await run()).code, 0)
  const whole = bytesOf(join(folder, 'results/sweep'))
  for (const shard of ['1/4', '2/4', '3/4', '4/4']) {
    const { code, stdout, stderr } = await run('--shard', shard)
    assert.equal(code, 0, stdout + stderr)
  }
  const shards = readdirSync(join(folder, 'results/sweep-shards'))
  assert.deepEqual(shards.toSorted(), ['1-of-4', '2-of-4', '3-of-4', '4-of-4'])
  const folders = shards.map((name) => join('results/sweep-shards', name))
  const { code, stdout, stderr } = await admissibleHere(['merge', ...folders], folder)
  assert.equal(code, 0, stdout + stderr)
  assert.deepEqual(bytesOf(join(folder, 'results/sweep')), whole)

  const partial = await admissibleHere(['merge', ...folders.slice(1), '--out', 'partial'], folder)
  assert.equal(partial.code, 2)
  assert.equal(partial.stderr, 'admissible: shard 1/4 is missing; give its folder too\n')
})

test('the Slurm script of the documentation runs the shards of its array', async (t) => {
  const folder = scratch(t)
  const script = /```bash\n([\s\S]*?)```/.exec(readFileSync('docs/cluster.md', 'utf8'))![1]!
  // A small sweep in place of the documented one, and this very build as the command.
  const small = 'sweep --algorithm flooding --topology ring --n 8,16 --replicates 2'
  writeFileSync(join(folder, 'sweep.sbatch'), script.replace('run flooding', small))
  mkdirSync(join(folder, 'bin'))
  const command = join(folder, 'bin/admissible')
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli/main.js')}' "$@"\n`)
  chmodSync(command, 0o755)
  const [, first, last] = /--array=(\d+)-(\d+)/.exec(script)!
  for (let task = Number(first); task <= Number(last); task++) {
    const { status, stderr } = spawnSync('bash', ['sweep.sbatch'], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        SLURM_ARRAY_TASK_ID: String(task),
        SLURM_SUBMIT_DIR: folder,
        SLURM_CPUS_PER_TASK: '1',
      },
    })
    assert.equal(status, 0, stderr)
  }
  const shards = readdirSync(join(folder, 'results/sweep-shards'))
  const folders = shards.map((name) => join('results/sweep-shards', name))
  assert.equal((await admissibleHere(['merge', ...folders, '--no-report'], folder)).code, 0)
})
