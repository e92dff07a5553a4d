import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseShard } from '../../../experiments/index.ts'

const refused = (text: string, environment: Record<string, string>, message: RegExp) =>
  assert.throws(() => parseShard(text, environment), { name: 'InputError', message })

test('i/k is shard i of k, from 1 to k', () => {
  assert.deepEqual(parseShard('2/4', {}), { index: 2, count: 4 })
  for (const text of ['0/4', '5/4']) refused(text, {}, /the shards of 4 are 1\/4 … 4\/4/)
  for (const text of ['2', '2/', '/4', 'a/4', '-1/4', '1.5/4', 'auto/'])
    refused(text, {}, /must be like 2\/4/)
})

test('auto/k takes the index from whichever scheduler runs it, counted as that one counts', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['SLURM_ARRAY_TASK_ID', '3'],
    ['JOB_COMPLETION_INDEX', '2'],
    ['PARALLEL_SEQ', '3'],
    ['PBS_ARRAY_INDEX', '3'],
    ['SGE_TASK_ID', '3'],
    ['LSB_JOBINDEX', '3'],
    ['AWS_BATCH_JOB_ARRAY_INDEX', '2'],
    ['CI_NODE_INDEX', '3'],
  ]
  for (const [variable, value] of cases)
    assert.deepEqual(parseShard('auto/4', { [variable]: value }), { index: 3, count: 4 }, variable)
})

test('auto takes the count, too, where the scheduler gives it', () => {
  const slurm = { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MAX: '4' }
  assert.deepEqual(parseShard('auto', slurm), { index: 3, count: 4 })
  assert.deepEqual(parseShard('auto', { SGE_TASK_ID: '1', SGE_TASK_LAST: '9' }), { index: 1, count: 9 })
  refused(
    'auto',
    { JOB_COMPLETION_INDEX: '2' },
    /does not say how many shards there are; write --shard auto\/4/,
  )
})

test('a Slurm array of which a part is submitted again is not taken for the whole', () => {
  // sbatch --array=3 says that it has one task.
  const part = { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '1', SLURM_ARRAY_TASK_MAX: '3' }
  refused('auto', part, /not numbered 1 to 1; write how many/)
  assert.deepEqual(parseShard('auto/4', part), { index: 3, count: 4 })
})

test('tasks that are numbered otherwise are refused, and nothing is guessed', () => {
  refused(
    'auto/4',
    { SLURM_ARRAY_TASK_ID: '0' },
    /task 0 of a Slurm array.*shard 0\/4; number the tasks 1 to 4/,
  )
  refused('auto/4', { JOB_COMPLETION_INDEX: '4' }, /shard 5\/4; number the tasks 0 to 3/)
  refused('auto/4', { PARALLEL_SEQ: 'x' }, /PARALLEL_SEQ is “x”; it must be a number/)
  refused('auto/4', { SGE_TASK_ID: 'undefined' }, /no scheduler says which shard this is/)
})
