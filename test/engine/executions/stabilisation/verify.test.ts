import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dijkstraKState, stabilisingMis } from '../../../../algorithms/index.ts'
import {
  exploreStabilising,
  readStabilisingHeader,
  stabilisingLines,
  stabilisingSystem,
  verifyStabilising,
} from '../../../../engine/index.ts'

type Json = Record<string, unknown>

const system = stabilisingSystem(dijkstraKState, 4)
const worst = exploreStabilising(system).most!.moves.witness
const record = stabilisingLines(system, 'distributed', worst, null).map((line) => JSON.parse(line) as Json)

function verified(lines: readonly Json[], algorithm = dijkstraKState) {
  const [first, ...others] = lines.map((line) => JSON.stringify(line))
  const header = readStabilisingHeader(first!, () => 'file, line 1')
  const numbered = others.map((text, i) => ({ text, number: i + 2 }))
  return verifyStabilising(header, numbered, algorithm, 'file')
}

test('a true record is accepted, with what it shows', () => {
  const found = verified(record)
  const { schedule } = worst
  assert.equal(found.ok, true)
  assert.equal(found.moves, 17)
  assert.deepEqual(
    [found.steps, found.legitimate_after, found.left],
    [schedule.length, schedule.length, false],
  )
})

test('one that goes round for ever is accepted', () => {
  const three = stabilisingSystem(stabilisingMis, 4)
  const { diverges } = exploreStabilising(three, { daemon: 'synchronous' })
  const lines = stabilisingLines(three, 'synchronous', diverges!, null).map(
    (line) => JSON.parse(line) as Json,
  )
  const found = verified(lines, stabilisingMis)
  // Nobody, then all, then nobody.
  assert.deepEqual([found.ok, found.repeated, found.legitimate_after], [true, 2, null])
  const short = [...lines.slice(0, 2), { end: { ...(lines.at(-1)!.end as Json), steps: 1, moves: 4 } }]
  assert.match(verified(short, stabilisingMis).first_error!.problem, /do not lead back to where they began/)
})

const at = (index: number, change: (line: Json) => Json) =>
  record.map((line, i) => (i === index ? change(line) : line))
const last = record.length - 1
const [[mover, state]] = record[1]!.moves as [[number, number]]
const others = [0, 1, 2, 3].filter((p) => !worst.schedule[0]!.includes(p))
const end = record[last]!.end as Json

const tampered: readonly (readonly [what: string, lines: readonly Json[], problem: RegExp])[] = [
  ['another state', at(1, () => ({ moves: [[mover, (state + 1) % 4]] })), /moves to \d, not to \d/],
  [
    'a processor that moves twice',
    at(1, () => ({
      moves: [
        [mover, state],
        [mover, state],
      ],
    })),
    /moves twice/,
  ],
  ['nobody moves', at(1, () => ({ moves: [] })), /does not let 0 of \d privileged processors move/],
  [
    'a daemon that could not',
    at(0, (line) => ({ ...line, daemon: 'central' })),
    /central does not let \d of/,
  ],
  ['an unknown daemon', at(0, (line) => ({ ...line, daemon: 'demon' })), /no daemon “demon”/],
  [
    'a state that is none',
    at(0, (line) => ({ ...line, initially: [4, 0, 0, 0] })),
    /state 4 is none of 0 … 3/,
  ],
  [
    'another ring',
    at(0, (line) => ({
      ...line,
      neighbors: [
        [1, 3],
        [0, 2],
        [1, 3],
        [2, 0],
      ],
    })),
    /runs on a ring/,
  ],
  [
    'a neighbour who is none',
    at(0, (line) => ({
      ...line,
      neighbors: [
        [3, 1],
        [0, 2],
        [1, 3],
        [2, 1],
      ],
    })),
    /does not have it/,
  ],
  ['another algorithm', at(0, (line) => ({ ...line, algorithm: 'other' })), /algorithm is other/],
  ['fewer moves', at(last, () => ({ end: { ...end, moves: 3 } })), /end.moves is 17, not 3/],
  [
    'an earlier end',
    at(last, () => ({ end: { ...end, legitimate_after: 0 } })),
    /end.legitimate_after is \d+, not 0/,
  ],
  [
    'steps that never come',
    at(0, (line) => ({ ...line, repeats_from: 99 })),
    /repeats_from is 99, but there are/,
  ],
]

for (const [what, lines, problem] of tampered)
  test(`${what}: refused`, () => {
    const found = verified(lines)
    assert.equal(found.ok, false)
    assert.match(found.first_error!.problem, problem)
  })

test('who is not privileged cannot move', () => {
  const idle = others
    .map((p) => verified(at(1, () => ({ moves: [[p, 0]] }))))
    .filter(({ first_error }) => /is not privileged/.test(first_error?.problem ?? ''))
  const privileged = worst.schedule[0]!
  assert.ok(idle.length > 0 || privileged.length === 4)
})

test('what cannot be read is told of with its line', () => {
  const read = (lines: readonly Json[]) => () => verified(lines)
  assert.throws(read(record.slice(0, -1)), /file is cut off here|the file is cut off here/)
  assert.throws(read([...record, record[1]!]), /there is something after the end/)
  assert.throws(read(at(1, () => ({ moves: [[1]] }))), /line 2: field moves\[0\] must be pairs? of numbers?/)
})
