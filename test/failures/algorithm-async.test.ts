import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authored, simulated } from '../helpers/authored.ts'

test('an async handler is refused when the algorithm is loaded', async (t) => {
  const { code, stderr } = await simulated(t, authored('', '').replace('uponStart', 'async uponStart'))
  assert.equal(code, 2)
  assert.match(stderr, /mine\.mjs: algorithm mine: uponStart: is written as async.*without async and await/)
})
