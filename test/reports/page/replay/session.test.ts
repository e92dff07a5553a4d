import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Session } from '../../../../reports/page/replay/session.ts'
import { runnerOf } from '../../../helpers/travel-cells.ts'

/** The first message from p0 to p1. */
const first = { from: 0, to: 1, nth: 1 }

test('a session begins with the edits of its link, and ends with the original when all are taken back', () => {
  const session = new Session(runnerOf(), 17, [{ ...first, delay: 0.5 }])
  assert.equal(session.link, '#run=17&delays=0-1-1:0.5')
  assert.deepEqual([session.original.row.time, session.run.row.time], [3, 2.5])
  session.setDelay({ from: 0, to: 3, nth: 1 }, 0.25)
  assert.equal(session.run.row.time, 2.25)
  session.removeEdit(first)
  assert.equal(session.link, '#run=17&delays=0-3-1:0.25')
  session.removeAll()
  assert.equal(session.link, '#run=17')
  assert.equal(session.run, session.original)
})

test('the chosen message is the one at its place in whatever run', () => {
  const session = new Session(runnerOf(), 1, [])
  assert.deepEqual([session.selected], [null])
  session.select(session.run.messages[0]!)
  assert.equal(session.selected?.delay, 1)
  session.setDelay(first, 0.5)
  assert.deepEqual([session.selected?.delay, session.selected?.edited], [0.5, true])
})

test('in rounds no delay can be changed', () => {
  const session = new Session(runnerOf({ timing: 'synchronous' }), 1, [{ ...first, delay: 0.5 }])
  assert.deepEqual(session.edits, [])
  assert.equal(session.run, session.original)
})
