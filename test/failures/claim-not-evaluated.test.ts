import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

/** On eight processors, the second claim has no value: ln(0). It says why wherever it is spoken of. */
const source = `import { atMost, exactly, expected } from 'admissible'
export const mine = {
  name: 'mine', requires: { root: true }, terminates: false,
  initially: ({ isRoot }) => ({ isRoot, seen: isRoot }),
  uponStart(p, s) { if (s.isRoot) p.sendToAll({ type: 'M' }) },
  uponReceiving: { M(p, s, m, from) { if (!s.seen) { s.seen = true; p.sendToAllExcept(from, m) } } },
  claims: { messages: [exactly('2m - (n - 1)'), atMost('2m + ln(n - 8)'), expected('m + 1')] },
}
`
const reason = 'ln(n − 8) has no value: ln is for numbers above 0, not for 0'

async function told(t: TestContext, command: string) {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.mjs'), source)
  const { code, stdout } = await admissibleHere(command.split(' '), folder)
  assert.equal(code, 0)
  return { stdout, read: (name: string) => readFileSync(join(folder, 'o', name), 'utf8') }
}

test('simulate, explore and attack say why a claim is not checked, and that of no other', async (t) => {
  const { stdout } = await told(t, 'simulate ./mine.mjs --topology ring --n 8')
  assert.deepEqual(stdout.match(/^ {2}not checked.*$/gm), [
    `  not checked        mine/messages/at-most/2m+ln(n-8): ${reason}`,
  ])
  for (const command of ['explore', 'attack --runs 20']) {
    const { stdout } = await told(t, `${command} ./mine.mjs --topology ring --n 8`)
    const lines = stdout.match(/^ {2}not checked.*$/gm)!.map((line) => line.replace(/^ {2}not checked +/, ''))
    assert.deepEqual(lines, [`messages at most 2m + ln(n − 8): ${reason}`])
  }
})

test('verdicts.csv has the reason in the line of the claim, and none where it was checked or is about the mean', async (t) => {
  const { read } = await told(
    t,
    'sweep --algorithm ./mine.mjs --topology ring --n 8,9 --replicates 1 --workers 1 --out o',
  )
  assert.deepEqual(read('verdicts.csv').split('\n').slice(0, -1), [
    'row,algorithm,claim,measure,bound,measured,verdict,reason',
    '1,mine,mine/messages/exactly/2m-(n-1),messages,9,9,held,',
    `1,mine,mine/messages/at-most/2m+ln(n-8),messages,,9,not checked,"${reason}"`,
    '1,mine,mine/messages/expected/m+1,messages,9,9,not checked,',
    '2,mine,mine/messages/exactly/2m-(n-1),messages,10,10,held,',
    '2,mine,mine/messages/at-most/2m+ln(n-8),messages,18,10,held,',
    '2,mine,mine/messages/expected/m+1,messages,10,10,not checked,',
  ])
  assert.ok(
    read('tables.md').includes(`held on the only run; 1 run not checked (${reason})`),
    read('tables.md'),
  )
  assert.ok(read('report.html').includes(`1 run not checked (${reason})`))
})

test('a report says why a claim is not tested at all', async (t) => {
  const { read } = await told(
    t,
    'sweep --algorithm ./mine.mjs --topology ring --n 8 --replicates 2 --workers 1 --out o',
  )
  assert.ok(
    read('tables.md').includes(`not known for all 2 runs to which it applies: ${reason}`),
    read('tables.md'),
  )
})

test('a run that was cut short says so for each claim that it cannot be held to', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.mjs'), source)
  const words = 'simulate ./mine.mjs --topology ring --n 9 --max-messages 3'.split(' ')
  const { code, stdout } = await admissibleHere(words, folder)
  assert.equal(code, 3)
  assert.equal(stdout.match(/not checked +mine.*: the run was cut short$/gm)?.length, 3)
})
