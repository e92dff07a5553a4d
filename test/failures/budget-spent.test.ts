import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { poisonedIn } from '../helpers/poisoned.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const poisoned = poisonedIn(temporaryFolder())

test('a budget of messages or time in the definition stops a cell', async () => {
  for (const row of await poisoned('endless-messages', '', 'budget: { messages: 20 }'))
    assert.match(row.detail!, /^more than 20 messages were sent/)
  for (const row of await poisoned('endless-time', '', "budget: { time: 3 }, timings: ['synchronous']")) {
    assert.match(row.detail!, /^time passed 3/)
    assert.equal(row.delay, null)
  }
})

test('the record of a run that was cut short is accepted as the beginning of an execution', async (t) => {
  const path = join(scratch(t), 'cut.execution.jsonl')
  for (const words of [
    'flooding --topology gnp --n 50 --max-messages 20',
    'lcr --topology ring --n 20 --max-time 1.3',
    'lcr --topology ring --n 20 --delay exponential --max-messages 30',
    'bfs-sync --topology torus --n 25 --max-time 3',
  ]) {
    assert.equal((await admissibleHere(['simulate', ...words.split(' '), '--record', path])).code, 3)
    const { code, stdout } = await admissibleHere(['verify', path])
    assert.equal(code, 0, stdout)
  }
})
