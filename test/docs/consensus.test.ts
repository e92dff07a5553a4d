import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as consensus from '../../algorithms/consensus/index.ts'
import { algorithmFamilies } from '../../algorithms/index.ts'
import { admissibleHere } from '../helpers/admissible.ts'

const page = readFileSync('docs/consensus.md', 'utf8')

test('the page has every algorithm of consensus', () => {
  const families = algorithmFamilies.filter(({ name }) =>
    /^(floodmin|raft|multi-paxos|approximate-agreement|bracha-consensus)/.test(name),
  )
  for (const { name } of [...Object.values(consensus), ...families])
    assert.match(page, new RegExp(`^\\| \`${name}[\`:]`, 'm'), name)
})

const commands = [...page.matchAll(/^admissible simulate (.+)$/gm)].map(([, rest]) => rest!)

for (const command of commands.filter((one) => one.includes('--max-messages')))
  test(`nobody decides for as long as is asked: ${command}`, async () => {
    const { code, stdout } = await admissibleHere(['simulate', ...command.split(' ')])
    assert.equal(code, 3)
    assert.match(stdout, /outcome +budget/)
    assert.match(stdout, /time_decided +–/)
  })

for (const command of commands.filter((one) => !one.includes('--max-messages')))
  test(`${command.includes('--beyond') ? 'it breaks' : 'it holds'}: ${command}`, async () => {
    const { code, stdout, stderr } = await admissibleHere(['simulate', ...command.split(' ')])
    assert.equal(code, command.includes('--beyond') ? 1 : 0, stderr)
    assert.match(
      stdout,
      command.includes('--beyond') ? /outcome +violated/ : /outcome +(terminated|quiescent)/,
    )
  })
