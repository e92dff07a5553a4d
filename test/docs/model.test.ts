import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const text = readFileSync('docs/model.md', 'utf8')

test('every file that the page about the model names is there', () => {
  const named = [...text.matchAll(/`([\w/-]+\.ts)`/g)].map((match) => match[1]!)
  assert.ok(named.length > 20)
  for (const file of named)
    assert.ok(existsSync(file.includes('/') ? file : join('engine/formal', file)), file)
})
