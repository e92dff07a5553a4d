import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { algorithmFamilies, algorithms } from '../../algorithms/index.ts'
import { page, withCatalogue } from '../../scripts/catalogue.ts'

const text = readFileSync(page, 'utf8')

test('the catalogue in the documentation is what the algorithms say of themselves', async () => {
  assert.equal(text, await withCatalogue(text), 'run node dist/scripts/write-catalogue.js')
})

test('every algorithm stands in the catalogue once in a table and once with its details', () => {
  for (const { name } of [...algorithms, ...algorithmFamilies]) {
    assert.equal(text.split(`\n| \`${name}\` | `).length, 2, name)
    assert.equal(text.split(`**, \`${name}\`.`).length, 2, name)
  }
})
