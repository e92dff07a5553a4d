import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadExperiment, runExperiment } from '../../experiments/index.ts'
import { fileIn, temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()

test('throwing, never ending and exhausting memory are told apart in one sweep, and the rest of it is complete', async () => {
  const module = fileIn(
    folder,
    'all.mjs',
    `
const algorithm = (name, deed) => ({
  name, requires: { root: true, size: true }, terminates: false,
  initially: ({ isRoot, n }) => ({ isRoot, n }),
  uponStart(p, { isRoot, n }) { if (isRoot && n === 7) deed() },
  uponReceiving: { M() {} },
})
export default {
  name: 'all', question: '?', topologies: ['star'], sizes: [5, 6, 7, 8], inputs: ['root=0'], replicates: 1, seed: 1, budget: { seconds: 10 },
  algorithms: [
    algorithm('throws', () => { throw new Error('boom') }),
    algorithm('hangs', () => { for (;;); }),
    algorithm('hoards', () => { const kept = []; for (;;) kept.push(new Uint8Array(1e8).fill(1)) }),
    algorithm('behaves', () => undefined),
  ],
}`,
  )
  const { rows, failures } = await runExperiment(await loadExperiment(module), {
    out: join(folder, 'all'),
    workers: 2,
    memory: 2 ** 29,
  })
  assert.equal(rows.length, 4 * 4)
  assert.equal(rows.filter(({ outcome }) => outcome === 'quiescent').length, 4 * 4 - 3)
  const endings = new Set(
    failures.map(({ algorithm, outcome, detail }) => `${algorithm} ${outcome} ${detail}`),
  )
  assert.deepEqual([...endings].sort(), [
    'hangs budget not finished after 10 s',
    'hoards budget out of memory: it may have 256 MiB',
    'throws failed p_0 as it starts at time 0: throws Error: boom (all.mjs:11)',
  ])
})
