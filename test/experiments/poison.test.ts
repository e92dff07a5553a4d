import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadExperiment, type Row, runExperiment } from '../../experiments/index.ts'
import { fileIn, temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()

/** Broadcast on a star of n = 5 … 9, in which the root of the network with n = 7 does something bad. */
const experimentWith = async (name: string, deed: string, rest: string) =>
  await loadExperiment(
    fileIn(
      folder,
      `${name}.mjs`,
      `
import { exactly } from 'admissible'
const algorithm = {
  name: '${name}',
  requires: { root: true, size: true },
  terminates: false,
  initially: ({ isRoot, n }) => ({ isRoot, n, endless: n === 7 && '${name}'.startsWith('endless') }),
  uponStart(p, state) {
    if (!state.isRoot) return
    p.sendToAll({ type: 'M' })
    if (state.n === 7) { ${deed} }
  },
  uponReceiving: { M(p, state, message, from) { if (state.endless) p.send(from, message) } },
  claims: { messages: exactly('n - 1') },
}
export default {
  name: '${name}', question: '?', algorithms: [algorithm], topologies: ['star'],
  sizes: [5, 6, 7, 8, 9], inputs: ['root=0'], replicates: 1, seed: 1, ${rest}
}`,
    ),
  )

/** Runs it and checks that only the cells with n = 7 have suffered; returns their rows. */
const poisoned = async (name: string, deed: string, rest = ''): Promise<Row[]> => {
  const { rows, failures } = await runExperiment(await experimentWith(name, deed, rest), {
    out: join(folder, name),
    workers: 2,
    // A quarter of a gibibyte for each.
    memory: 2 ** 29,
  })
  assert.deepEqual(
    rows.map(({ n }) => n),
    [5, 6, 7, 8, 9],
  )
  for (const row of rows.filter(({ n }) => n !== 7)) {
    assert.equal(row.outcome, 'quiescent')
    assert.equal(row.messages, row.n - 1)
  }
  assert.deepEqual(
    failures,
    rows.filter(({ n }) => n === 7),
  )
  return [...failures]
}

test('an algorithm that throws fails, and the row says who threw what and when', async () => {
  for (const row of await poisoned('throws', 'throw new TypeError("boom\\nand more")')) {
    assert.equal(row.outcome, 'failed')
    assert.equal(row.detail, 'p_0 as it starts at time 0: throws TypeError: boom and more')
    assert.equal(row.time, null)
  }
})

test('an algorithm that uses a channel that it does not have fails', async () => {
  for (const row of await poisoned('channel', "p.send(9, { type: 'M' })")) {
    assert.equal(row.outcome, 'failed')
    assert.match(row.detail!, /^p_0 as it starts at time 0: .*channel 9/)
  }
})

test('a worker that exits takes only the cell with it that made it exit', async () => {
  for (const row of await poisoned('exits', 'process.exit(3)')) {
    assert.equal(row.outcome, 'failed')
    assert.match(row.detail!, /^the worker exited with code 3$/)
    assert.equal(row.m, null)
  }
})

test('a handler that never returns is ended after the seconds of the budget', async () => {
  for (const row of await poisoned('hangs', 'for (;;);', 'budget: { seconds: 1.5 }')) {
    assert.equal(row.outcome, 'budget')
    assert.equal(row.detail, 'not finished after 1.5 s')
  }
})

/** What fills the heap of the JavaScript engine, and what fills memory outside of it. */
const hoarders = {
  'keeps-objects': 'const kept = []; for (;;) kept.push({ a: [1.5], b: [2.5] })',
  'keeps-bytes': 'const kept = []; for (;;) kept.push(new Uint8Array(1e7).fill(1))',
}
for (const [name, deed] of Object.entries(hoarders))
  test(`a handler that ${name.replace('-', ' ')} without end runs out of memory`, async () => {
    for (const row of await poisoned(name, deed)) {
      assert.equal(row.outcome, 'budget')
      assert.equal(row.detail, 'out of memory: it may have 256 MiB')
    }
  })

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
  name: 'all', question: '?', topologies: ['star'], sizes: [5, 6, 7, 8], inputs: ['root=0'], replicates: 2, seed: 1, budget: { seconds: 8 },
  algorithms: [
    algorithm('throws', () => { throw new Error('boom') }),
    algorithm('hangs', () => { for (;;); }),
    algorithm('hoards', () => { ${hoarders['keeps-bytes']} }),
    algorithm('behaves', () => undefined),
  ],
}`,
  )
  const { rows, failures } = await runExperiment(await loadExperiment(module), {
    out: join(folder, 'all'),
    workers: 2,
    memory: 2 ** 29,
  })
  assert.equal(rows.length, 4 * 4 * 2)
  assert.equal(rows.filter(({ outcome }) => outcome === 'quiescent').length, 4 * 4 * 2 - 3 * 2)
  const endings = new Set(
    failures.map(({ algorithm, outcome, detail }) => `${algorithm} ${outcome} ${detail}`),
  )
  assert.deepEqual([...endings].sort(), [
    'hangs budget not finished after 8 s',
    'hoards budget out of memory: it may have 256 MiB',
    'throws failed p_0 as it starts at time 0: throws Error: boom',
  ])
})

test('an algorithm that never stops sending is stopped by its claim, which it violates', async () => {
  for (const row of await poisoned('endless', '')) {
    // The claim is n − 1 = 6, so the budget is 4 · 6 + 1000 messages.
    assert.equal(row.outcome, 'budget')
    assert.match(
      row.detail!,
      /^more than 1024 messages were sent; messages \d+, but the claim is exactly n − 1 = 6$/,
    )
    assert.equal(row.messages_verdict, 'violated')
  }
})

test('a budget of messages or time in the definition stops a cell', async () => {
  for (const row of await poisoned('endless-messages', '', 'budget: { messages: 20 }'))
    assert.match(row.detail!, /^more than 20 messages were sent/)
  for (const row of await poisoned('endless-time', '', "budget: { time: 3 }, timings: ['synchronous']")) {
    assert.match(row.detail!, /^time passed 3/)
    assert.equal(row.delay, null)
  }
})
