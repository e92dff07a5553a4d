import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { codeOf } from '../../../experiments/cluster/code.ts'
import { makeOffer } from '../../../experiments/cluster/offer.ts'
import { fileIn, temporaryFolder } from '../../helpers/temporary.ts'
import { forward, tokenModule } from '../../helpers/token-module.ts'

const folder = temporaryFolder()

test('a worker offers what several allowed modules have together, whatever their order and where they lie', async () => {
  const token = fileIn(folder, 'token.ts', tokenModule("exactly('n')", forward))
  const network = fileIn(folder, 'network.ts', 'export const nothing = 1\n')
  const elsewhere = temporaryFolder()
  const copies = [
    fileIn(elsewhere, 'b.ts', tokenModule("exactly('n')", forward)),
    fileIn(elsewhere, 'a.ts', 'export const nothing = 1\n'),
  ]
  const offer = await makeOffer([network, token])
  assert.equal(offer.size, 1 + 3)
  const both = offer.get(codeOf(copies))!
  assert.deepEqual(both.modules, { token })
  assert.deepEqual([...both.families].sort(), [network, token].sort())
  assert.deepEqual(offer.get(codeOf([copies[1]!]))!.modules, {})
  assert.deepEqual(offer.get(codeOf([])), { modules: {}, families: [] })
  assert.equal(join(folder, 'token.ts'), token)
})
