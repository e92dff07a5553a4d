import assert from 'node:assert/strict'
import { join } from 'node:path'
import { loadExperiment, type Row, runExperiment } from '../../experiments/index.ts'
import { fileIn } from './temporary.ts'

/** Broadcast on a star of n = 5 … 9, in which the root of the network with n = 7 does something bad. */
const experimentWith = async (folder: string, name: string, deed: string, rest: string) =>
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

/** Runs it in a folder and checks that only the cells with n = 7 have suffered; returns their rows. */
export const poisonedIn =
  (folder: string) =>
  async (name: string, deed: string, rest = ''): Promise<Row[]> => {
    const { rows, failures } = await runExperiment(await experimentWith(folder, name, deed, rest), {
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
