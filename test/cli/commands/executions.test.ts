import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'
import { answer, end, header, start } from '../../helpers/flooding-record.ts'
import { recordLcr } from '../../helpers/record-lcr.ts'

const run = (...words: string[]) => admissibleHere(words)
const simulate = (words: string, ...more: string[]) => run('simulate', ...words.split(' '), ...more)

test('what simulate records, verify and replay accept, and it is the same run', async (t) => {
  const path = await recordLcr(t)
  const printed = await run('verify', path, '--json')
  const found = JSON.parse(printed.stdout)
  assert.deepEqual(Object.keys(found), ['ok', 'events', 'messages', 'time', 'shows', 'first_error'])
  const row = JSON.parse((await simulate('lcr --topology ring --n 4 --ids 3,2,1,0 --json')).stdout)
  assert.deepEqual(
    [printed.code, found.ok, found.events, found.messages, found.time, found.first_error],
    [0, true, row.comp_events, 14, row.time, null],
  )
  const replayed = await run('replay', path)
  assert.equal(replayed.code, 0)
  assert.match(replayed.stdout, /the same again: 18 events, 14 messages/)
  assert.ok(!existsSync(`${path}.draft`))
})

test('recording changes nothing in the run', async (t) => {
  const path = join(scratch(t), 'run.execution.jsonl')
  const words = 'spanning-tree-flood --topology gnp --n 40 --json'
  const plain = await simulate(words)
  assert.equal((await simulate(words, '--record', path)).stdout, plain.stdout)
})

test('a trace tells time, event, change of state and sends; its scope is by processor and time', async () => {
  const { stdout } = await simulate('lcr --topology ring --n 4 --ids 3,2,1,0 --delay constant --trace')
  const [first, second, third, fourth, fifth] = stdout.split('\n')
  assert.match(first!, /^ +0 +p_0 +wakes · sends ⟨id id=3⟩ to p_1$/)
  assert.match(second!, /p_1 +wakes · sends ⟨id id=2⟩ to p_2/)
  assert.match(third! + fourth!, /p_2 .*p_3 /)
  assert.match(fifth!, /^ +1 +p_0 +receives ⟨id id=0⟩ from p_3$/)
  assert.match(
    stdout,
    /4 +p_0 +receives ⟨id id=3⟩ from p_3 · elected: null → true · sends ⟨announcement⟩ to p_1/,
  )
  const part = await simulate(
    'lcr --topology ring --n 4 --ids 3,2,1,0 --delay constant --trace --processors 1 --from 5 --to 6',
  )
  assert.match(part.stdout, /^ +5 +p_1 +receives ⟨announcement⟩.*\nlcr on ring/)
})

test('the witness of a time is a chain of messages that leads back to a wake-up', async () => {
  const row = JSON.parse((await simulate('lcr --topology ring --n 4 --ids 3,2,1,0 --witness --json')).stdout)
  assert.equal(row.witness.length, 8)
  assert.equal(row.witness[0].sent, 0)
  assert.equal(row.witness.at(-1).processed, row.time)
  for (const [i, link] of row.witness.slice(1).entries()) {
    assert.equal(link.from, row.witness[i].to)
    assert.equal(link.sent, row.witness[i].processed)
  }
})

test('a row of a results folder can be run again, and recorded', async (t) => {
  const folder = scratch(t)
  const out = join(folder, 'sweep')
  const swept = await run(
    ...'sweep --algorithm flooding,lcr --topology ring --n 5,6 --replicates 2 --no-report'.split(' '),
    ...['--workers', '1', '--out', out],
  )
  assert.equal(swept.code, 0, swept.stderr)
  const record = join(folder, 'row.execution.jsonl')
  const replayed = await run('replay', out, '--row', '7', '--record', record)
  assert.equal(replayed.code, 0, replayed.stdout + replayed.stderr)
  assert.match(replayed.stdout, /row 7: the same again/)
  assert.equal((await run('verify', record)).code, 0)
  const runs = join(out, 'runs.csv')
  const rows = readFileSync(runs, 'utf8').split('\n')
  const columns = rows[0]!.split(',')
  const fields = rows[7]!.split(',')
  fields[columns.indexOf('messages')] = '1'
  writeFileSync(runs, rows.with(7, fields.join(',')).join('\n'))
  const differing = await run('replay', out, '--row', '7')
  assert.equal(differing.code, 1)
  assert.match(differing.stdout, /row 7 differs in messages/)
  const missing = await run('replay', out, '--row', '99')
  assert.equal(missing.code, 2)
  assert.match(missing.stderr, /has no row 99; it has 8/)
})

test('a picture has a line for each processor, an arrow for each message, and states to point at', async (t) => {
  const path = await recordLcr(t)
  const { code, stdout } = await run('draw', path)
  assert.equal(code, 0)
  const svg = readFileSync(stdout.trim(), 'utf8')
  assert.equal(svg.match(/marker-end/g)!.length, 14)
  assert.equal(svg.match(/marker-end="url\(#bold/g)!.length, 8)
  assert.match(svg, /elected: null → true/)
  const part = join(path, '..', 'part.svg')
  await run('draw', path, '--processors', '0..1', '--out', part)
  assert.ok(readFileSync(part, 'utf8').match(/marker-end/g)!.length < 14)
})

test('an execution can be read by ShiViz, Perfetto and spreadsheets', async (t) => {
  const path = await recordLcr(t)
  const exported = async (format: string) => {
    const out = join(path, '..', format)
    assert.equal((await run('draw', path, '--format', format, '--out', out)).code, 0)
    return readFileSync(out, 'utf8')
  }
  const log = (await exported('shiviz')).trimEnd().split('\n')
  assert.equal(log.length, 2 * 18)
  for (const line of log.filter((_, i) => i % 2 === 1)) assert.match(line, /^p\d \{("p\d":\d+,?)+\}$/)
  const { traceEvents } = JSON.parse(await exported('perfetto'))
  const phases = traceEvents.map(({ ph }: { ph: string }) => ph)
  const count = (phase: string) => phases.filter((ph: string) => ph === phase).length
  assert.deepEqual([count('X'), count('s'), count('f')], [18, 14, 14])
  const csv = (await exported('csv')).trimEnd().split('\n')
  assert.equal(csv.length, 1 + 18)
  assert.match(csv[0]!, /^time,processor,wakes,processed,sent,terminates,status,state$/)
})

test('a file that another tool wrote is accepted', async (t) => {
  const path = join(scratch(t), 'other.jsonl')
  writeFileSync(path, [header(), start, answer, end, ''].join('\n'))
  const { code, stdout, stderr } = await run('verify', path)
  assert.equal(code, 0, stdout + stderr)
})
