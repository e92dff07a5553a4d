import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { counting } from '../../../algorithms/index.ts'
import type { AnyAlgorithm } from '../../../engine/index.ts'
import { complete } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, violations } from '../../helpers/run.ts'

const values = ({ final }: { readonly final: { readonly states: readonly object[] } }) =>
  (final.states as readonly { readonly value: number }[]).map(({ value }) => value)

test('by hand: of states 2, 2, 0 modulo 3 all see two 2, and show 0 after one round', () => {
  const cell = complete({ n: 3, inputs: 'ids=ascending', faults: 'arbitrary-state:given=2+2+0', seed: 1 })
  const judged = runCell(counting.with('modulo=3'), cell)
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(values(judged.execution), [0, 0, 0])
  assert.equal(judged.execution.measures.time, 1)
  // Three send to two others at the start and in one round.
  assert.equal(judged.execution.measures.messages, 12)
})

test('the table of three that comes with the documentation does the same', () => {
  const table = counting.with('table=docs/counting-of-three.txt', (path) => readFileSync(path, 'utf8'))
  for (const given of ['0+0+1', '0+1+1', '1+1+0', '1+1+1'])
    for (const algorithm of [table, counting.with('')]) {
      const cell = complete({
        n: 3,
        inputs: 'ids=ascending',
        faults: `arbitrary-state:given=${given}`,
        seed: 1,
      })
      const { execution } = runCell(algorithm, cell)
      // All that are the same count already; else most show 0, 1, 1, and the next number is 1, 0, 0.
      assert.equal(execution.measures.time, given === '1+1+1' ? 0 : 1, given)
      assert.deepEqual(
        values(execution),
        new Array(3).fill(given === '1+1+1' ? 1 : given === '0+0+1' ? 1 : 0),
      )
    }
})

const folder = '../shared/data/counting'
const published = [
  ['alg-4-4-1-5', 4, 5],
  ['alg-3-5-1-4', 5, 4],
  ['alg-3-6-1-3-c', 6, 3],
] as const

test(
  'liars of every strategy never make it take longer than the published worst case, in 600 runs from random states',
  { skip: existsSync(folder) ? false : `there are no tables in ${folder}` },
  () => {
    const tables = published.map(([name, n, most]) => {
      const path = `${folder}/${name}.txt`
      return { n, most, algorithm: counting.with(`table=${path}`, () => readFileSync(path, 'utf8')) }
    })
    let slowest = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.constantFrom('silent', 'equivocate', 'mutate', 'replay', 'random', 'twins'),
        fc.nat(1_000_000),
        ({ n, most, algorithm }, strategy, seed) => {
          const faults = `arbitrary-state+byzantine:f=1,strategy=${strategy}`
          const judged = runCell(algorithm, complete({ n, f: 1, faults, seed }))
          assert.equal(judged.execution.outcome.kind, 'quiescent')
          assert.deepEqual(violations(judged), [])
          assert.ok(judged.execution.measures.time <= most)
          slowest = Math.max(slowest, judged.execution.measures.time)
        },
      ),
      { numRuns: 600, seed: 3 },
    )
    assert.ok(slowest >= 3, `${slowest}`)
  },
)

test('records from arbitrary states are accepted, and refused where the states are others', () => {
  const algorithm = counting.with('modulo=3')
  const cell = complete({ n: 3, faults: 'arbitrary-state:given=2+2+0', inputs: 'ids=ascending', seed: 1 })
  const { lines } = record(algorithm, cell)
  assert.equal(verifyLines(lines, algorithm).first_error, null)
  const others = lines.with(0, lines[0]!.replaceAll('given=2+2+0', 'given=2+1+0'))
  assert.notEqual(verifyLines(others, algorithm).first_error, null)
  const drawn = record(algorithm, complete({ n: 5, faults: 'arbitrary-state', seed: 4 }))
  assert.equal(verifyLines(drawn.lines, algorithm).first_error, null)
})

const refusal = (lines: string, modulo = 2): string => {
  try {
    counting.with(`table=${Buffer.from(lines).toString('hex')},modulo=${modulo}`, () => lines)
  } catch (error) {
    return (error as Error).message.replace(/[0-9a-f]{8,}/g, 'FILE')
  }
  return 'accepted'
}

test('a table that is none is refused, with the line', () => {
  assert.equal(refusal('00 11\n01 11\n10 11\n11 00\n'), 'accepted')
  assert.equal(refusal('# nothing\n'), 'FILE holds no table: write lines such as 0011 1111')
  assert.equal(
    refusal('00 11\n01 1x'),
    'FILE, line 2: expected the states that are seen and the next ones, such as 0011 1111',
  )
  assert.equal(
    refusal('00 11\n011 110'),
    'FILE, line 2: expected 2 digits, a blank and 2 digits, as on the first line',
  )
  assert.equal(refusal('00 11\n01 11\n11 00'), 'FILE has no line for 10')
  assert.equal(refusal('00 11\n00 11\n11 00'), 'FILE, line 2: 00 stands there a second time')
  assert.equal(
    refusal('00 11\n01 11\n10 11\n11 01'),
    'FILE does not count modulo 2: after 11 comes 01, not 00',
  )
  assert.equal(
    refusal('00 11\n01 11\n10 11\n11 00', 3),
    'FILE has 2 states, which are too few to count modulo 3',
  )
})

test('a table is for as many processors as it has digits', () => {
  const table = counting.with('table=docs/counting-of-three.txt', (path) => readFileSync(path, 'utf8'))
  assert.throws(
    () => runCell(table as AnyAlgorithm, complete({ n: 4, seed: 1 })),
    /this table for counting is one of 3 processors; here there are 4/,
  )
})
