import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { admissibleHere } from '../helpers/admissible.ts'

test('interrupted, it tells of the best so far and exits with 130', async () => {
  const before = new Set(process.rawListeners('SIGINT'))
  const attack = admissibleHere([
    'attack',
    'lcr',
    '--topology',
    'ring',
    '--n',
    '16',
    '--seconds',
    '600',
    '--json',
    '--workers',
    '1',
  ])
  for (let interrupted = false; !interrupted; ) {
    await setTimeout(20)
    for (const listener of process.rawListeners('SIGINT'))
      if (!before.has(listener)) {
        listener.call(process)
        interrupted = true
      }
  }
  const { code, stdout } = await attack
  assert.equal(code, 130)
  const found = JSON.parse(stdout)
  assert.equal(found.interrupted, true)
  assert.ok(found.best > 0)
})
