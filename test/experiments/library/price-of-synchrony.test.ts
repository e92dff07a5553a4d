import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

type Line = Readonly<Record<string, string>>

const linesOf = (path: string): Line[] => parse(readFileSync(path, 'utf8'), { columns: true })

/** What a synchronizer sends beside what it carries, from m, n, R and A alone; of γ, from its types, for its clusters are not told. */
const formulas: Readonly<Record<string, (n: number, m: number, R: number, A: number, line: Line) => number>> =
  {
    simple: (_, m, R) => 2 * m * R,
    alpha: (_, m, R, A) => 2 * A + 2 * m * R,
    beta: (n, _, R, A) => 2 * A + 2 * (n - 1) * R,
    'gamma:K=2': (_, __, ___, A, line) =>
      2 * A + 3 * Number(line.messages_safe) + Number(line['messages_cluster-safe']),
  }

test('every bill can be recomputed from runs.csv with nothing but a table: types, sums, claims, and the bars of the figure', async (t) => {
  const folder = scratch(t)
  const { code, stderr } = await admissibleHere(
    [
      ...['sweep', '--algorithm', 'bfs-sync,luby-mis', '--over', Object.keys(formulas).join(',')],
      ...['--topology', 'ring,complete', '--n', '8', '--replicates', '3', '--workers', '1'],
      ...['--chart', 'bill', '--out', 'out'],
    ],
    folder,
  )
  assert.equal(code, 0, stderr)
  const runs = linesOf(join(folder, 'out', 'runs.csv'))
  assert.equal(runs.length, 2 * 4 * 2 * 3)
  for (const line of runs) {
    const types = Object.keys(line).filter((column) =>
      /^messages_(carried|empty|ack|safe|cluster-safe|ready|pulse)$/.test(column),
    )
    const sum = types.reduce((all, type) => all + Number(line[type]), 0)
    const [n, m, R, A] = ['n', 'm', 'quantity_R', 'quantity_A'].map((column) => Number(line[column]))
    const claim = formulas[line.over!]!(n!, m!, R!, A!, line)
    const place = `${line.algorithm} on ${line.topology}`
    assert.deepEqual([sum, claim, Number(line.messages_claim)], [Number(line.messages), sum, sum], place)
  }
  for (const algorithm of ['bfs-sync', 'luby-mis'])
    for (const bar of linesOf(join(folder, 'out', 'charts', `bill-${algorithm}.csv`))) {
      const group = runs.filter((line) => line.algorithm === bar.algorithm && line.topology === bar.topology)
      const mean = (column: string) =>
        group.reduce((all, line) => all + Number(line[column]), 0) / group.length
      assert.equal(Number(bar.messages_mean), mean(`messages_${bar.type}`))
      assert.equal(Number(bar.claim_mean), mean('messages'))
    }
})
