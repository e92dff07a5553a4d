import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const run = (...words: string[]) => admissibleHere(words)
const simulate = (words: string, ...more: string[]) => run('simulate', ...words.split(' '), ...more)

/** A recorded election on a ring of four, by hand: 10 messages that carry identifiers and 4 that announce. */
async function recordLcr(t: TestContext): Promise<string> {
  const path = join(scratch(t), 'lcr.execution.jsonl')
  const { code } = await simulate('lcr --topology ring --n 4 --ids 3,2,1,0', '--record', path)
  assert.equal(code, 0)
  return path
}

test('what simulate records, verify and replay accept, and it is the same run', async (t) => {
  const path = await recordLcr(t)
  const printed = await run('verify', path, '--json')
  const found = JSON.parse(printed.stdout)
  assert.deepEqual(Object.keys(found), ['ok', 'events', 'messages', 'time', 'first_error'])
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

test('verify names the first offending event: line, event and reason, and exits with 1', async (t) => {
  const path = await recordLcr(t)
  const lines = readFileSync(path, 'utf8').split('\n')
  const spoilt = `${path}.spoilt`
  writeFileSync(spoilt, lines.with(3, lines[3]!.replace('"id":1', '"id":9')).join('\n'))
  const { code, stdout } = await run('verify', spoilt)
  assert.equal(code, 1)
  assert.match(stdout, /rejected/)
  assert.match(stdout, /line 4, comp\(2\) at 0: out\[0\] says \{"type":"id","id":1\}/)
  const found = JSON.parse((await run('verify', spoilt, '--json')).stdout)
  assert.equal(found.ok, false)
  assert.equal(found.first_error.line, 4)
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

const header = (changes: object = {}, instance: object = {}) =>
  JSON.stringify({
    format: 'admissible-execution/1',
    algorithm: 'flooding',
    timing: 'asynchronous',
    delay_max: 1,
    seed: 0,
    instance: {
      n: 2,
      root: 0,
      ids: [0, 1],
      values: [5, 5],
      wake_times: [0, null],
      identifiers: 'given',
      ...instance,
    },
    neighbors: [[1], [0]],
    ...changes,
  })
const start = '{"t":0,"p":0,"wakes":true,"out":[[0,{"type":"M","value":5},0.5]],"terminates":true}'
const answer = '{"t":0.5,"p":1,"in":[0],"terminates":true}'
const end =
  '{"end":{"outcome":"terminated","events":2,"messages":1,"time":0.5,"time_unit":1,"delay_max":0.5}}'

test('a file that another tool wrote is accepted', async (t) => {
  const path = join(scratch(t), 'other.jsonl')
  writeFileSync(path, [header(), start, answer, end, ''].join('\n'))
  const { code, stdout, stderr } = await run('verify', path)
  assert.equal(code, 0, stdout + stderr)
})

const bad: readonly (readonly [string, string, RegExp])[] = [
  ['empty', '', /is empty; its first line must be a header/],
  ['no JSON', 'flooding\n', /line 1 is not JSON/],
  [
    'another file',
    '{"nodes":[]}\n',
    /line 1: there is no field format; it must be "admissible-execution\/1"/,
  ],
  [
    'a wrong version',
    `${header({ format: 'admissible-execution/9' })}\n`,
    /line 1: field format is "admissible-execution\/9"/,
  ],
  [
    'an unknown algorithm',
    `${header({ algorithm: 'floding' })}\n`,
    /unknown algorithm “floding”; did you mean flooding/,
  ],
  [
    'lists of other lengths',
    `${header({}, { ids: [1] })}\n`,
    /line 1: field instance\.ids has 1 entries for 2 processors/,
  ],
  [
    'an absurd size',
    `${header({}, { n: 1e15 })}\n`,
    /line 1: field instance\.\w+ has \d entries for 1000000000000000/,
  ],
  [
    'a one-sided channel',
    `${header({ neighbors: [[1], []] })}\n`,
    /neighbors\[0\] has 1, but neighbors\[1\] does not/,
  ],
  ['a cut header', header().slice(0, 40), /line 1 is cut off after 40 characters/],
  ['no end', [header(), start, answer, ''].join('\n'), /line 3: the file is cut off here/],
  ['a cut line', [header(), start.slice(0, 30)].join('\n'), /line 2 is cut off after 30 characters/],
  [
    'a malformed line',
    [header(), '{"t":0,"p":"zero"}', ''].join('\n'),
    /line 2: field p must be a natural number/,
  ],
  ['a field too many', [header(), '{"t":0,"p":0,"q":1}', ''].join('\n'), /line 2: field q is unknown/],
  ['an endless time', [header(), '{"t":1e999,"p":0}', ''].join('\n'), /line 2: field t must be a number/],
  [
    'an unknown content',
    [header(), '{"t":0,"p":0,"out":[[0,7,1]]}', ''].join('\n'),
    /line 2: field out\[0\] refers to content 7/,
  ],
  [
    'something after the end',
    [header(), start, answer, end, start, ''].join('\n'),
    /line 5: there is something after the end/,
  ],
]
for (const [name, text, message] of bad)
  test(`bad input is one line and exit code 2: a file with ${name}`, async (t) => {
    const path = join(scratch(t), 'bad.jsonl')
    writeFileSync(path, text)
    const { code, stdout, stderr } = await run('verify', path)
    assert.equal(code, 2, stdout)
    assert.equal(stdout, '')
    assert.match(stderr, message)
    assert.match(stderr, /bad\.jsonl|unknown algorithm/)
    assert.equal(stderr.trim().split('\n').length, 1, stderr)
  })

test('files that cannot be read or written are named, and nothing is left behind', async (t) => {
  const folder = scratch(t)
  assert.match((await run('verify', join(folder, 'nothing'))).stderr, /nothing”: there is no such file/)
  assert.match((await run('verify', folder)).stderr, /it is a folder/)
  const path = join(folder, 'no', 'run.jsonl')
  const { code, stderr } = await simulate('flooding --topology ring --n 5', '--record', path)
  assert.equal(code, 2)
  assert.match(stderr, /cannot write .*run\.jsonl”: there is no such file/)
  mkdirSync(join(folder, 'taken'))
  const taken = await simulate('flooding --topology ring --n 5', '--record', join(folder, 'taken'))
  assert.equal(taken.code, 2)
  assert.ok(!existsSync(join(folder, 'taken.draft')))
})

test('a run that goes wrong tells of the last events at the processor concerned, and how to see the others', async (t) => {
  const path = join(scratch(t), 'faulty.ts')
  writeFileSync(
    path,
    `export const faulty = {
      name: 'faulty',
      requires: {},
      terminates: false,
      initially: () => ({ hops: 0 }),
      uponStart: (p) => p.send(0, { type: 'hop' }),
      uponReceiving: {
        hop(p, state) {
          state.hops++
          p.send(state.hops < 3 ? 0 : 7, { type: 'hop' })
        },
      },
    }`,
  )
  const ring = ['--topology', 'ring', '--n', '3', '--delay', 'constant']
  const { code, stdout } = await run('simulate', path, ...ring)
  assert.equal(code, 3)
  assert.match(stdout, /failed: p_0 upon receiving ⟨hop⟩ at time 3: sends on channel 7/)
  assert.match(stdout, /last events at p_0\n +0 +p_0 +wakes.*\n +1 .*hops: 0 → 1.*\n +2 .*hops: 1 → 2/)
  assert.match(
    stdout,
    /admissible simulate .*faulty\.ts#faulty --topology ring --n 3 .*--trace --processors 0/,
  )
  const record = `${path}.execution.jsonl`
  await run('simulate', path, ...ring, '--record', record)
  const verified = await run('verify', record)
  assert.equal(verified.code, 1)
  assert.match(
    verified.stdout,
    /comp\(0\) at 3: the algorithm throws: sends on channel 7, but has 2 channels/,
  )
})

test('the record of a run that was cut short is accepted as the beginning of an execution', async (t) => {
  const path = join(scratch(t), 'cut.execution.jsonl')
  for (const words of [
    'flooding --topology gnp --n 50 --max-messages 20',
    'lcr --topology ring --n 20 --max-time 1.3',
    'lcr --topology ring --n 20 --delay exponential --max-messages 30',
    'bfs-sync --topology torus --n 25 --max-time 3',
  ]) {
    assert.equal((await simulate(words, '--record', path)).code, 3)
    const { code, stdout } = await run('verify', path)
    assert.equal(code, 0, stdout)
  }
})

test('a run that violates a claim is shrunk to the smallest that does, and recorded', async (t) => {
  const folder = scratch(t)
  const path = join(folder, 'claims.ts')
  writeFileSync(
    path,
    `export const broadcast = {
      name: 'broadcast',
      requires: { root: true },
      terminates: false,
      initially: ({ isRoot }) => ({ isRoot }),
      uponStart: (p, state) => state.isRoot && p.sendToAll({ type: 'hello' }),
      uponReceiving: { hello() {} },
      claims: { messages: { kind: 'at most', over: 'every execution', formula: '2' } },
    }`,
  )
  const record = join(folder, 'run.execution.jsonl')
  await run(
    'simulate',
    path,
    '--topology',
    'complete',
    '--n',
    '30',
    '--delay',
    'exponential',
    '--record',
    record,
  )
  const small = join(folder, 'small.execution.jsonl')
  const { code, stdout, stderr } = await run('shrink', record, '--out', small)
  assert.equal(code, 0, stderr)
  // On a path and a ring the root has at most two channels; the smallest complete graph with three has four processors.
  assert.match(stdout, /broadcast on complete\n +network +4 processors/)
  assert.match(stdout, /delay constant/)
  assert.equal((await run('verify', small)).code, 1)
  const fine = await recordLcr(t)
  assert.match((await run('shrink', fine)).stderr, /nothing goes wrong in this run/)
})
