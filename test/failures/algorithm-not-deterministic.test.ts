import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible, admissibleHere, scratch } from '../helpers/admissible.ts'
import { authored, type Mistake, testMistakes, testMistakesInSweeps } from '../helpers/authored.ts'

const asks: readonly Mistake[] = ['Math.random', 'Date.now', 'performance.now'].map((name) => [
  `an algorithm that calls ${name}`,
  authored("p.sendToAll({ type: 'M' })", `s.got = ${name}()`),
  new RegExp(
    `^p_\\d+ upon receiving ⟨M⟩ at time .*: calls ${name.replace('.', '\\.')}; .*p\\.random\\(\\).*\\(mine\\.mjs:9\\)$`,
  ),
])

testMistakes(asks)
testMistakesInSweeps(asks)

/** Whoever gets M counts that outside the states: sends only at each third time, or keeps the number in its state. */
const counts: readonly Mistake[] = [
  ['what it sends', "if (s.got++ === 0 && list.length++ % 3 > 0) p.send(from, { type: 'M' })"],
  ['the state that it comes to', 's.got = list.length++'],
].map(([what, deed]) => [
  `an algorithm that counts outside its states, on which ${what} depends,`,
  authored("p.sendToAll({ type: 'M' })", deed!).replace('got: 0, list', 'got: 0'),
  /^p_\d+ upon receiving ⟨M⟩ at time .*: mine is not deterministic: in two executions with the same seed, \d+, .* p\.random\(\) alone$/,
])

testMistakesInSweeps(counts)

for (const [what, source, detail] of counts)
  test(`${what} fails a simulation, is not recorded, and passes only where nothing is checked`, async (t) => {
    const folder = scratch(t)
    writeFileSync(join(folder, 'mine.mjs'), source)
    const simulate = (more: string) =>
      admissibleHere(`simulate ./mine.mjs --topology complete --n 5 ${more}`.trim().split(' '), folder)
    const { code, stdout } = await simulate('--json')
    assert.equal(code, 3)
    assert.match(JSON.parse(stdout).detail, detail)
    const told = await simulate('')
    assert.equal(told.code, 3)
    assert.doesNotMatch(told.stdout, /last events/)
    const recorded = await simulate('--record run.jsonl')
    assert.equal(recorded.code, 2)
    assert.match(recorded.stderr, /^admissible: the run is not recorded: p_\d upon receiving ⟨M⟩/)
    assert.equal((await simulate('--check final')).code, 0)
  })

test('what handlers print is printed once', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.mjs'), authored("console.log('begins')", ''))
  const { code, stderr } = admissible(['simulate', './mine.mjs', '--topology', 'ring', '--n', '3'], folder)
  assert.equal(code, 0)
  assert.equal(stderr.split('begins').length, 2)
})
