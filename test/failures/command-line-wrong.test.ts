import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admissibleHere } from '../helpers/admissible.ts'

const simulate = (words: string) => admissibleHere(['simulate', ...words.split(' ')])

const badInput: readonly (readonly [string, RegExp])[] = [
  ['floding --topology ring --n 5', /unknown algorithm “floding”; did you mean flooding\?/],
  ['flooding --topology rnig --n 5', /unknown topology “rnig”; did you mean ring\?/],
  ['flooding --topology gnp:degre=8 --n 50', /topology gnp has no parameter “degre”; did you mean degree\?/],
  ['flooding --topology ring --n 5 --delay unifrom', /unknown delay “unifrom”; did you mean uniform\?/],
  ['flooding --topology ring --n 5 --delay uniform:min=2', /min=2 is too large; it must be at most 1/],
  ['flooding --topology ring --n 5 --wakeup rot', /unknown wake-up “rot”; did you mean root\?/],
  ['flooding --topology hypercube --n 100', /n = 2\^k; the nearest are 64 and 128/],
  ['flooding --topology ring --n 2', /n ≥ 3/],
  ['flooding --topology ring --n five', /--n is “five”; it must be an integer of at least 1/],
  ['flooding --topology ring', /topology ring needs --n/],
  ['flooding --topology file:nowhere.gml', /nowhere\.gml.*no such file/],
  ['flooding --topology ring --n 5 --root 9', /9/],
  ['flooding --topology ring --n 5 --timing slow', /synchronous or asynchronous/],
  ['flooding --topology ring --n 5 --wakeup given:initiators=99', /99/],
  ['lcr --topology torus --n 16', /lcr requires a network of shape ring.*use topology ring/],
  ['lcr --topology ring:oriented=no --n 5', /consistently numbered channels/],
  ['bfs-sync --topology ring --n 5 --timing asynchronous', /timing synchronous/],
  ['flooding --topology ring --n 5 --ids 1,2', /ids/],
]

for (const [words, message] of badInput)
  test(`bad input is one line and exit code 2: simulate ${words}`, async () => {
    const { code, stdout, stderr } = await simulate(words)
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.match(stderr, message)
    assert.equal(stderr.trim().split('\n').length, 1, stderr)
  })

test('an unknown algorithm is told before anything else, with the nearest name of whatever model', async () => {
  // The last three are of another model than the command is about, which comes before what it needs of a network, too.
  const expected: readonly (readonly [words: string, message: RegExp])[] = [
    ['attack mcs-lok', /unknown algorithm “mcs-lok”; did you mean mcs-lock\?/],
    ['explore mcs-lok', /unknown algorithm “mcs-lok”; did you mean mcs-lock\?/],
    ['simulate mcs-lok', /unknown algorithm “mcs-lok”; did you mean mcs-lock\?/],
    ['sweep --algorithm mcs-lok', /unknown algorithm “mcs-lok”; did you mean mcs-lock\?/],
    ['attack dijkstra-k-stat', /unknown algorithm “dijkstra-k-stat”; did you mean dijkstra-k-state\?/],
    [
      'stabilise dijkstra-k-stat --n 5',
      /unknown algorithm “dijkstra-k-stat”; did you mean dijkstra-k-state\?/,
    ],
    ['stabilise floding --n 5', /unknown algorithm “floding”; did you mean flooding\?/],
    ['attack floding --passages 2', /unknown algorithm “floding”; did you mean flooding\?/],
    ['resilience floodst --n 3 --f 1', /unknown algorithm “floodst”; did you mean floodset\?/],
    ['lower-bound flp pax0s --n 3', /unknown algorithm “pax0s”; did you mean paxos\?/],
    ['attack dijkstra-k-state', /dijkstra-k-state is self-stabilising, without messages/],
    ['stabilise flooding --n 5', /flooding is no self-stabilising algorithm/],
    ['explore dijkstra-k-state', /dijkstra-k-state is self-stabilising, without messages/],
  ]
  for (const [words, message] of expected) {
    const { code, stdout, stderr } = await admissibleHere(words.split(' '))
    assert.equal(code, 2, words)
    assert.equal(stdout, '', words)
    assert.match(stderr, message, words)
    assert.equal(stderr.trim().split('\n').length, 1, stderr)
  }
})

test('an unknown command or option is told with what was meant, and exit code 2', async () => {
  const command = await admissibleHere(['simulat'])
  assert.equal(command.code, 2)
  assert.match(command.stderr, /Did you mean simulate\?/)
  const option = await simulate('flooding --topolgy ring')
  assert.equal(option.code, 2)
  assert.match(option.stderr, /Did you mean --topology\?/)
})

test('an empty --out is refused by every command that has one, before it does anything', async () => {
  const commands = [
    'run quickstart',
    'sweep --algorithm flooding --topology ring --n 8',
    'merge a b',
    'reproduce results/latest',
    'shrink run.execution.jsonl',
    'draw run.execution.jsonl',
    'bench --quick',
  ]
  for (const command of commands)
    for (const out of ['', ' \t']) {
      const { code, stdout, stderr } = await admissibleHere([...command.split(' '), '--out', out])
      assert.equal(code, 2, command)
      assert.equal(stdout, '')
      assert.equal(stderr, `admissible: --out is “${out}”; it must be a path\n`)
    }
})
