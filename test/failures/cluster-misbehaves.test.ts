import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { CellBuilder } from '../../experiments/cell/builder.ts'
import { runCell } from '../../experiments/cell/run-cell.ts'
import { codeOf } from '../../experiments/cluster/code.ts'
import { Connection } from '../../experiments/cluster/connection.ts'
import {
  type BatchJob,
  batchQueue,
  type Envelope,
  type Message,
  mailbox,
  pack,
  unpack,
} from '../../experiments/cluster/protocol.ts'
import { stockAlgorithm } from '../../experiments/definition/stock-algorithm.ts'
import { defineExperiment, readFile, runExperiment } from '../../experiments/index.ts'
import { Program, until } from '../helpers/processes.ts'
import { startPostgres } from '../helpers/servers.ts'
import { slowExperiment } from '../helpers/slow-experiment.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()

/** Runs an experiment of 100 cells whose only worker answers each batch with these messages, or throws. */
async function withWorker(t: TestContext, url: string, answer: (batch: BatchJob) => readonly Message[]) {
  const connection = await Connection.open(url, () => undefined)
  t.after(async () => await connection.close())
  // There may be batches of an earlier sweep, whose coordinator gave up.
  const boxes = new Map<string, ReturnType<typeof connection.queue<Envelope<Message>>>>()
  const boxOf = (sweep: string) => {
    const box = boxes.get(sweep) ?? connection.queue<Envelope<Message>>(mailbox(sweep))
    boxes.set(sweep, box)
    return box
  }
  connection.worker<Envelope<BatchJob>>(batchQueue(codeOf([])), async ({ data }) => {
    const batch = unpack(data)
    for (const message of answer(batch)) await boxOf(batch.sweep).add('message', pack(message))
  })
  const experiment = defineExperiment({
    name: 'odd',
    question: '?',
    algorithms: ['flooding'],
    topologies: ['ring'],
    sizes: [8],
    replicates: 100,
    seed: 1,
  })
  return await runExperiment(experiment, { out: join(folder, t.name.replaceAll(' ', '-')), cluster: url })
}

/** What a worker that does as it should would answer; `change` is made to every number of messages. */
function resultsOf({ cells, setup }: BatchJob, change = 0): Message {
  const context = { ...setup, builder: new CellBuilder(readFile) }
  const finished = cells.map(({ index, cell }) => {
    const row = runCell(stockAlgorithm(cell.algorithm), cell, context)
    return { index, row: { ...row, messages: row.messages! + change }, ms: 1 }
  })
  return { kind: 'results', worker: `worker-${change}`, cells: finished }
}

/** What a worker would answer to the same batch of a sweep with another seed. */
function foreign(batch: BatchJob): Message {
  const results = resultsOf(batch)
  assert.ok(results.kind === 'results')
  return { ...results, cells: results.cells.map((cell) => ({ ...cell, row: { ...cell.row, seed: 5 } })) }
}

/** Messages that no worker sends. */
function poison(batch: BatchJob): Message[] {
  const results = resultsOf(batch)
  assert.ok(results.kind === 'results')
  const [first] = results.cells
  const withCells = (cells: unknown) => ({ ...results, cells }) as unknown as Message
  return [
    null as unknown as Message,
    'nonsense' as unknown as Message,
    { kind: 'results' } as Message,
    withCells([{ index: 0, ms: 1 }]),
    withCells([{ ...first!, index: 1e9 }]),
    withCells([{ ...first!, index: -1 }]),
    withCells([{ ...first!, row: { ...first!.row, seed: 7 } }]),
    withCells([{ ...first!, row: { ...first!.row, verdicts: null } }]),
  ]
}

test('workers that answer twice, wrongly or not at all, and those with other code, are told of and lose nothing', async (t) => {
  const url = await startPostgres(t, folder)
  const refused = async (t: TestContext, answer: (batch: BatchJob) => readonly Message[], message: RegExp) =>
    await assert.rejects(withWorker(t, url, answer), { name: 'InputError', message })

  await t.test('results that come twice count once', async (t) => {
    const { rows, violations } = await withWorker(t, url, (batch) => [resultsOf(batch), resultsOf(batch)])
    assert.equal(rows.length, 100)
    assert.deepEqual(violations, [])
  })

  await t.test('a second, different result is an error that names the run and the column', async (t) => {
    await refused(
      t,
      (batch) => [resultsOf(batch), resultsOf(batch, 1)],
      /contradict each other about flooding on ring, n = 8, .*messages is 9 and 10; the same run must/,
    )
  })

  await t.test(
    'results of another sweep are set aside, and if nothing else comes an error names the worker',
    async (t) => {
      await refused(
        t,
        (batch) => [foreign(batch)],
        /^nothing but messages that are no results comes in: worker-0 sends a result of no run of this sweep/,
      )
    },
  )

  await t.test(
    'messages that are no results are set aside, and the sweep goes on',
    async (t) => await setAside(t, url),
  )

  await t.test('a worker that refuses ends the sweep with its reason', async (t) => {
    await refused(
      t,
      () => [{ kind: 'refused', worker: 'lab-3.17', reason: 'its code is older' }],
      /^lab-3\.17 refuses this sweep: its code is older/,
    )
  })

  await t.test(
    'cells whose jobs fail again and again are tried alone, and have rows that say so',
    async (t) => {
      const poison = 7
      const { rows, failures } = await withWorker(t, url, (batch) => {
        if (batch.cells.some(({ index }) => index === poison)) throw new Error('job stalled')
        return [resultsOf(batch)]
      })
      assert.equal(rows.length, 100)
      assert.deepEqual(
        failures.map(({ replicate, outcome, detail }) => [replicate, outcome, detail]),
        [[poison, 'failed', 'on the cluster: job stalled']],
      )
    },
  )

  await t.test(
    'where only workers with other code are, the sweep is given up, and they are named',
    async (t) => await otherCode(t, url),
  )
})

async function setAside(t: TestContext, url: string): Promise<void> {
  let left: readonly Message[] | null = null
  const { rows, violations } = await withWorker(t, url, (batch) => {
    // One before the results of each batch.
    left ??= poison(batch)
    const [next, ...rest] = left
    left = rest
    return [...(next === undefined ? [] : [next]), resultsOf(batch)]
  })
  assert.equal(rows.length, 100)
  assert.deepEqual(violations, [])
}

async function otherCode(t: TestContext, url: string): Promise<void> {
  writeFileSync(join(folder, 'slow.mjs'), slowExperiment)
  writeFileSync(join(folder, 'other.mjs'), `${slowExperiment}// This is not the same code.\n`)
  const other = new Program(t, folder, ['worker', url, '--workers', '1', '--allow', './other.mjs'])
  await until(() => other.output.includes('is at postgres:'), 'the worker')
  const alone = new Program(t, folder, [
    'run',
    './slow.mjs',
    '--out',
    'alone',
    '--no-report',
    '--cluster',
    url,
  ])
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
}
