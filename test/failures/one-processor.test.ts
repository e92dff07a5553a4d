import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../algorithms/index.ts'
import { topologies } from '../../engine/index.ts'
import { admissibleHere } from '../helpers/admissible.ts'
import { fileIn, temporaryFolder } from '../helpers/temporary.ts'

const alone = fileIn(temporaryFolder(), 'alone.gml', 'graph [ node [ id 0 ] ]\n')

for (const { name, requires } of algorithms)
  test(`${name} alone in its network sends nothing and ends, or says what network it requires`, async () => {
    const { code, stdout, stderr } = await admissibleHere(
      ['simulate', name, '--topology', `file:${alone}`, '--weights', 'distinct', '--json'],
      '.',
    )
    if (code === 0) {
      const { n, outcome, messages } = JSON.parse(stdout)
      assert.equal(n, 1)
      assert.equal(messages, 0)
      assert.match(outcome, /^(terminated|quiescent)$/)
    } else {
      // A ring has at least three processors, and nothing says what the channels of a file are numbered for.
      assert.ok(requires.shape === 'ring' || requires.orientation)
      assert.equal(code, 2)
      assert.match(
        stderr,
        /^admissible: .* requires (a network of shape ring[a-z ]*|consistently numbered channels); .*\n$/,
      )
    }
  })

test('a family of networks that has no member of one processor says what it needs', async () => {
  for (const { name } of topologies.entries) {
    if (name === 'file') continue
    const { code, stdout, stderr } = await admissibleHere([
      ...['simulate', 'flooding', '--topology', name, '--n', '1', '--json'],
    ])
    if (code === 0) assert.equal(JSON.parse(stdout).messages, 0, name)
    else assert.match(stderr, /^admissible: topology .* has no member with n = 1: it needs n .*\n$/, name)
  }
})
