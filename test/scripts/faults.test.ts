import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { faults } from '../../scripts/faults.ts'
import { sharedMemoryFaults } from '../../scripts/shared-memory-faults.ts'

test('every fault can be planted: what it replaces stands in the built engine once', () => {
  for (const { name, file, right } of [...faults, ...sharedMemoryFaults]) {
    const text = readFileSync(`dist/engine/${file}`, 'utf8')
    assert.equal(text.split(right).length, 2, `${name}: ${right}`)
  }
})
