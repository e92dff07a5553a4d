import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { cutIntoBatches } from '../../../experiments/cluster/batches.ts'
import { objection } from '../../../experiments/cluster/objection.ts'
import { type BatchJob, pack, unpack } from '../../../experiments/cluster/protocol.ts'
import { FileHashes } from '../../../experiments/files/data-files.ts'
import { defineExperiment } from '../../../experiments/index.ts'
import { allCells } from '../../helpers/all-cells.ts'
import fc from '../../helpers/property.ts'
import { fileIn, temporaryFolder } from '../../helpers/temporary.ts'

const [cell] = allCells(
  defineExperiment({
    name: 'one',
    question: '?',
    algorithms: ['flooding'],
    topologies: ['ring'],
    sizes: [8],
    replicates: 1,
    seed: 1,
  }),
)
const indexed = (indices: readonly number[]) => indices.map((index) => ({ index, cell: cell! }))
const works = fc.array(fc.integer({ min: 0, max: 20_000_000 }), { minLength: 1, maxLength: 300 })

test('every cell is in exactly one batch, and batches hold what is near', () => {
  fc.assert(
    fc.property(works, (all) => {
      const works = Float64Array.from(all)
      const batches = cutIntoBatches(indexed([...all.keys()]), works)
      const indices = batches.flat().map(({ index }) => index)
      assert.deepEqual(
        indices.toSorted((a, b) => a - b),
        [...all.keys()],
      )
      for (const batch of batches)
        for (const [i, { index }] of batch.entries()) assert.equal(index, batch[0]!.index + i)
    }),
  )
})

test('what is left of a sweep is cut where the whole was cut', () => {
  fc.assert(
    fc.property(works, fc.infiniteStream(fc.boolean()), (all, left) => {
      const works = Float64Array.from(all)
      const whole = cutIntoBatches(indexed([...all.keys()]), works)
      const kept = [...all.keys()].filter(() => left.next().value)
      const names = (batches: typeof whole) =>
        batches.map((batch) => batch.map(({ index }) => index).join()).toSorted()
      const expected = whole.map((batch) => batch.filter(({ index }) => kept.includes(index)))
      assert.deepEqual(
        names(cutIntoBatches(indexed(kept), works)),
        names(expected.filter(({ length }) => length > 0)),
      )
    }),
  )
})

test('a envelope gives back what was packed, with keys in their order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      assert.equal(JSON.stringify(unpack(pack(value))), text)
    }),
  )
})

test('a worker refuses jobs of another form or code, and algorithms that it does not have or may not run', () => {
  const job: BatchJob = {
    format: 'admissible-batch/1',
    sweep: '0123456789abcdef',
    code: 'aaaaaaaa11',
    setup: { experiment: 'one', budget: {}, worstCases: { searched: null, exact: null } } as never,
    seconds: 1,
    files: {},
    cells: indexed([0]),
  }
  assert.equal(objection(job, 'aaaaaaaa11', {}), null)
  assert.match(objection(job, 'bbbbbbbb22', {})!, /its code is bbbbbbbb, that of the sweep aaaaaaaa/)
  assert.match(objection({ ...job, format: 'later' as never }, 'aaaaaaaa11', {})!, /jobs of the form later/)
  const own = { ...job, cells: [{ index: 0, cell: { ...cell!, algorithm: 'mine' } }] }
  assert.match(objection(own, 'aaaaaaaa11', {})!, /no algorithm mine, or none that is allowed/)
  assert.equal(objection(own, 'aaaaaaaa11', { mine: '/mine.ts' }), null)
})

test('a worker whose files are other ones, or that has none, refuses what needs them', () => {
  const path = fileIn(temporaryFolder(), 'net.edges', '0 1\n1 2\n')
  const delay = fileIn(temporaryFolder(), 'latencies.txt', '1 2 3\n')
  const topology = `file:${path}`
  const needed = new FileHashes().of([{ ...cell!, topology, n: 0, delay: `sampled:${delay}` }])
  assert.deepEqual(Object.keys(needed), [path, delay])
  assert.deepEqual(new FileHashes().of([cell!]), {})
  assert.equal(new FileHashes().objection(needed), null)
  writeFileSync(path, '0 1\n1 2\n2 0\n')
  assert.match(
    new FileHashes().objection(needed)!,
    /its file .*net\.edges is not the same as that of the sweep/,
  )
  rmSync(path)
  assert.match(new FileHashes().objection(needed)!, /^it cannot read “.*net\.edges”: there is no such file/)
})
