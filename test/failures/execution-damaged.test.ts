import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { answer, end, header, start } from '../helpers/flooding-record.ts'
import { recordLcr } from '../helpers/record-lcr.ts'

const run = (...words: string[]) => admissibleHere(words)

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
