import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { topologies } from '../../engine/topology/index.ts'

const text = readFileSync('docs/topologies.md', 'utf8')
const [, families = '', files = ''] = text.split(/^## .*$/m)
const rowOf = (name: string): string => new RegExp(`^\\| \`${name}\` \\|.*$`, 'm').exec(families)?.[0] ?? ''

test('the documentation has a row for every family of networks, and for nothing else', () => {
  const rows = [...families.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name)
  assert.deepEqual(
    rows,
    topologies.entries.map(({ name }) => name),
  )
})

test('the documentation names every parameter of a family, with its default unless there are few choices', () => {
  for (const { name, parameters, positional, fixedSize } of topologies.entries)
    for (const [key, parameter] of Object.entries(parameters)) {
      const isChosen = parameter.kind === 'text' && parameter.choices !== undefined
      const value = isChosen ? '' : (parameter.default ?? '')
      const written = key === positional ? `\`${name}:${key.toUpperCase()}\`` : `${key}=${value}`
      const bare = parameter.default === undefined ? `\`${key}\`` : written
      const where = fixedSize ? files : rowOf(name)
      assert.ok(where.includes(written) || where.includes(bare), `${name}: ${key}`)
    }
})

test('every example in the documentation is a spec in canonical spelling', () => {
  const specs = [...text.matchAll(/`([\w-]+:[^`\s]*=[^`\s]*|file:[^`\s]*)`/g)]
    .map((match) => match[1]!)
    .filter((spec) => !spec.includes('PATH'))
  assert.ok(specs.length >= 8)
  for (const spec of specs) assert.equal(topologies.parse(spec).spec, spec)
})
