import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere } from '../../helpers/admissible.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const explore = (...words: string[]) => admissibleHere(['explore', ...words])

test('from all initial states: the most rounds, the claim, a slowest execution that is accepted', async () => {
  const file = join(temporaryFolder(), 'slow.execution.jsonl')
  const table = 'counting:table=docs/counting-of-three.txt'
  const told = await explore(table, '--n', '3', '--faults', 'arbitrary-state', '--record', file)
  assert.equal(told.code, 0, told.stderr)
  assert.match(told.stdout, /stabilises +after 1 round at the latest/)
  assert.match(told.stdout, /claim +time at most T = 1: held/)
  assert.match(told.stdout, /exhausted +8 initial configurations, 8 configurations/)
  const verified = await admissibleHere(['verify', file])
  assert.equal(verified.code, 0, verified.stderr)
  assert.match(
    verified.stdout,
    /a legal and admissible execution: 6 events, 12 messages, last processed at 1/,
  )
})

test('where a liar keeps it from stabilising, the cycle is told, and for machines too', async () => {
  const words = ['counting', '--n', '4', '--faults', 'arbitrary-state+byzantine:f=1', '--beyond']
  const told = await explore(...words)
  assert.equal(told.code, 1, told.stderr)
  assert.match(told.stdout, /stabilises +never: round after round it goes on as from round \d+ on/)
  const { flaw, rounds, beyond } = JSON.parse((await explore(...words, '--json')).stdout) as {
    flaw: { kind: string }
    rounds: null
    beyond: string
  }
  assert.deepEqual([flaw.kind, rounds, beyond], ['never', null, 'counting is not made for byzantine faults'])
})

test('what cannot be explored so is refused in one line', async () => {
  const refusal = async (...words: string[]) => {
    const { code, stderr } = await explore(...words)
    assert.equal(code, 2)
    return stderr.trim()
  }
  assert.match(
    await refusal('counting', '--n', '4', '--faults', 'arbitrary-state', '--seconds', '1', '--beyond'),
    /--seconds: from arbitrary states .* by --states alone/,
  )
  assert.match(
    await refusal('floodset', '--n', '3', '--faults', 'arbitrary-state', '--beyond'),
    /floodset does not say in which states processors may begin/,
  )
  assert.match(
    await refusal('counting', '--n', '3', '--faults', 'arbitrary-state+crash:f=1'),
    /choices are gone through of .* arbitrary-state, alone or with byzantine/,
  )
  assert.match(
    await refusal('counting:table=nowhere.txt', '--n', '3', '--faults', 'arbitrary-state'),
    /cannot read “nowhere.txt”: there is no such file/,
  )
  assert.match(
    await refusal('counting', '--n', '3', '--faults', 'arbitrary-state', '--extreme', 'messages-max'),
    /from arbitrary states it must be one of time-max, violation/,
  )
})
