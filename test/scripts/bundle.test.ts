import assert from 'node:assert/strict'
import { cpSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { bundleSimulation } from '../../scripts/bundle.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()
const dist = join(folder, 'dist')
for (const name of ['engine', 'algorithms', 'experiments', 'reports', 'cli'])
  cpSync(join('dist', name), join(dist, name), {
    recursive: true,
    filter: (path) => !/\.(map|d\.ts)$/.test(path),
  })
cpSync('package.json', join(folder, 'package.json'))
cpSync('experiments/library/networks', join(folder, 'experiments/library/networks'), { recursive: true })
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
await bundleSimulation(dist)

/** What the thread of `simulate` tells, whichever script it runs. */
function told(script: string, words: readonly string[]): Promise<readonly { readonly kind: string }[]> {
  const thread = new Worker(pathToFileURL(script), {
    workerData: { words: ['simulate', ...words], place: new SharedArrayBuffer(32) },
  })
  const reports: { readonly kind: string }[] = []
  return new Promise((resolve, reject) => {
    thread.on('error', reject)
    thread.on('message', (report) => {
      reports.push(report)
      if (report.kind === 'done') void thread.terminate().then(() => resolve(reports))
    })
  })
}

const lines = [
  'flooding --topology ring --n 5 --delay constant --json',
  'hirschberg-sinclair --topology ring --n 16 --seed 7 --trace',
  'ghs-mst --topology gnp:degree=4 --n 16 --weights distinct --json',
  'echo --topology file:admissible/abilene-2005.txt --wakeup root',
  'luby-mis --topology torus --n 16',
  'floodign --topology ring --n 5',
]

for (const line of lines)
  test(`the bundle says what the modules say: ${line}`, async () => {
    const words = line.split(' ')
    const bundled = await told(join(dist, 'bundle/simulate-thread.js'), words)
    assert.ok(bundled.some(({ kind }) => kind === 'stdout' || kind === 'stderr'))
    assert.deepEqual(bundled, await told(resolve('dist/cli/simulate-thread.js'), words))
  })
