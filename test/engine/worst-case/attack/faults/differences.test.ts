import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differences } from '../../../../../engine/worst-case/attack/faults/differences.ts'
import { lastApart, laterApart } from '../../../../../engine/worst-case/attack/faults/spread.ts'

test('states differ in as many places as one sees', () => {
  assert.equal(differences({ a: 1, b: null }, { a: 1, b: null }), 0)
  assert.equal(differences({ a: 1, b: null }, { a: 2, b: 0 }), 2)
  // Lists are compared as what is in them: 0 is in one only.
  assert.equal(differences({ known: [0, 1] }, { known: [1] }), 1)
  assert.equal(differences({ known: [0, 1] }, { known: [1, 0] }), 0)
  assert.equal(differences({ tree: { '0': 1, '1': 0 } }, { tree: { '0': 1 } }), 1)
  assert.equal(differences({ seen: new Set([1]) }, { seen: new Set([2]) }), 1)
})

test('who is apart later is worse, then who needs fewer failures, then who keeps it to fewer', () => {
  const usual = [9, 0, 0]
  const worse = (a: readonly number[], b: readonly number[], failures: readonly [number, number]) =>
    laterApart({ spread: a, failures: failures[0] }, { spread: b, failures: failures[1] }, usual, false)
  assert.ok(worse([0, 1, 1], [0, 5, 0], [2, 1]) > 0)
  assert.ok(worse([0, 5, 0], [0, 1, 0], [1, 2]) > 0)
  assert.ok(worse([0, 1, 0], [0, 5, 0], [1, 1]) > 0)
  assert.equal(worse([9, 1, 0], [3, 1, 0], [1, 1]) < 0, true)
  assert.deepEqual([lastApart([5, 1, 0], usual), lastApart([9, 0, 0], usual)], [1, 0])
})
