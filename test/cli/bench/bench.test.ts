import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { BenchResults } from '../../../cli/bench/measurement.ts'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const bench = (...words: string[]) => admissibleHere(['bench', '--quick', '--turns', '1', ...words])

test('bench measures every queue on the same messages, and writes the JSON that it prints', async (t) => {
  const file = join(scratch(t), 'bench.json')
  const { code, stdout } = await bench('--only', 'flooding-1000', '--json', '--out', file)
  assert.equal(code, 0)
  const results: BenchResults = JSON.parse(stdout)
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), results)
  const { measurements } = results
  assert.deepEqual(
    measurements.map(({ workload, queue }) => `${workload}, ${queue}`),
    ['heap-js', '4-ary heap', 'buckets'].map((queue) => `flooding-1000, ${queue}`),
  )
  const [first] = measurements
  assert.equal(first!.ratio, 1)
  for (const one of measurements) {
    assert.equal(one.messages, first!.messages)
    assert.ok(one.milliseconds > 0)
    // The ratio of speeds on equally many messages is the inverse ratio of times.
    assert.ok(Math.abs(one.ratio! / (first!.milliseconds / one.milliseconds) - 1) < 1e-9)
  }
})

test('bench says what is slower than its baseline with exit code 1, and draws a chart', async (t) => {
  const folder = scratch(t)
  const [file, chart] = [join(folder, 'bench.json'), join(folder, 'bench.svg')]
  const words = ['--only', 'flooding-1000', '--compare', file]
  const measurement = {
    workload: 'flooding-1000',
    title: '',
    messages: 1,
    milliseconds: 1,
    messages_per_second: 1,
  }
  const write = (ratio: number): void => {
    const measurements = [{ ...measurement, queue: 'buckets', ratio }]
    writeFileSync(
      file,
      JSON.stringify({ format: 'admissible-bench-1', node: '', processor: '', measurements }),
    )
  }
  write(1e6)
  const slower = await bench(...words, '--chart', chart)
  assert.equal(slower.code, 1)
  assert.match(slower.stdout, /^slower: flooding, random network, n = 1,000, buckets: 1000000\.0 × heap-js/m)
  assert.match(readFileSync(chart, 'utf8'), /^<svg.*buckets/s)
  write(1e-6)
  const faster = await bench(...words, '--json')
  assert.equal(faster.code, 0)
  assert.equal(JSON.parse(faster.stdout).changes[0].verdict, 'faster')
})

const notBaselines: readonly (readonly [string, string, RegExp])[] = [
  ['what is not JSON', '{', /is no baseline.*not JSON/],
  ['another JSON', '[]', /is no baseline.*object/],
  ['a file of another format', '{"format":"x"}', /is no baseline.*format: .*admissible-bench-1/],
  [
    'a damaged measurement',
    '{"format":"admissible-bench-1","node":"","processor":"","measurements":[{"workload":7}]}',
    /is no baseline.*measurements\.0\.workload: /,
  ],
  [
    'a baseline of other workloads',
    '{"format":"admissible-bench-1","node":"","processor":"","measurements":[]}',
    /has none of the workloads to be measured; it has none/,
  ],
]

for (const [what, text, message] of notBaselines)
  test(`${what} is refused as a baseline in one line, before anything is measured`, async (t) => {
    const file = join(scratch(t), 'baseline.json')
    writeFileSync(file, text)
    await assertRefused(['--compare', file], message)
  })

const badOptions: readonly (readonly [string, RegExp])[] = [
  ['--compare nowhere.json', /cannot read “nowhere\.json”: there is no such file/],
  ['--chart bench.pdf', /--chart is “bench\.pdf”; its name must end in \.svg or \.png/],
  ['--out nowhere/bench.json', /cannot write “nowhere\/bench\.json”/],
  ['--only ring', /no workload is called “ring”; known: hold-1024/],
  ['--threshold -5', /--threshold is “-5”; it must be a positive number/],
  ['--turns 0', /--turns is “0”/],
]

for (const [words, message] of badOptions)
  test(`bench ${words} is told in one line with exit code 2`, () => assertRefused(words.split(' '), message))

async function assertRefused(words: readonly string[], message: RegExp): Promise<void> {
  const { code, stdout, stderr } = await admissibleHere(['bench', ...words])
  assert.equal(code, 2)
  assert.equal(stdout, '')
  assert.match(stderr, message)
  assert.equal(stderr.trim().split('\n').length, 1, stderr)
  assert.ok(!existsSync('nowhere'))
}
