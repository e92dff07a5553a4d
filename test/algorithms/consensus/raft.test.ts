import assert from 'node:assert/strict'
import { test } from 'node:test'
import { raft } from '../../../algorithms/index.ts'
import type { AnyAlgorithm, FaultSpec } from '../../../engine/index.ts'
import { decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

const algorithm = raft.with('')

const five = (parts: Partial<Seeded>): Seeded => ({
  topology: 'complete',
  n: 5,
  delay: 'constant',
  inputs: 'values=random',
  seed: 1,
  ...parts,
})

interface Final {
  readonly candidacies: number
  readonly applied: readonly { readonly value: number }[]
}

test('one election and three entries take 40 messages among five, and all decide within a unit of time', () => {
  // By hand: 4 requests and 4 votes; each of three entries is sent to 4 and confirmed by 4, two units of time after the one
  // before; then 4 hear that the last is committed, and confirm: 8 + 24 + 8. The others hear with the second entry that the
  // first is committed, a unit of time after the leader.
  let seen = 0
  for (let seed = 0; seed < 20; seed++) {
    const judged = runCell(algorithm, five({ seed }))
    assert.deepEqual(violations(judged), [])
    const { final, measures } = judged.execution
    const states = final.states as readonly Final[]
    if (states.reduce((sum, { candidacies }) => sum + candidacies, 0) > 1) continue
    seen++
    assert.equal(measures.messages, 40)
    const { first, last } = measures.marks.decided!
    assert.ok(first >= 14 && first < 24)
    assert.ok(Math.abs(last - first - 1) < 1e-9)
    assert.equal(
      new Set(states.map(({ applied }) => JSON.stringify(applied.map(({ value }) => value)))).size,
      1,
    )
    assert.equal(new Set(decisions(judged.execution)).size, 1)
  }
  assert.ok(seen > 5)
})

const trouble: readonly FaultSpec[] = [
  'none',
  'crash:f=2,by=40',
  'recover:f=5,times=3,by=60,down=15',
  'loss:rate=0.2+duplicate:rate=0.1',
  'partition:from=15,to=50',
  'recover:f=3,times=3,by=60,down=15+loss:rate=0.2+partition:from=15,to=50',
]

test('all claims and properties hold with any delays and faults, in 300 random executions', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(3, 4, 5),
      fc.constantFrom('uniform', 'pareto', 'exponential', 'constant', 'gst:at=60'),
      fc.constantFrom(...trouble),
      fc.nat(100_000),
      (n, delay, spec, seed) => {
        const faults = spec.replace('crash:f=2', `crash:f=${(n - 1) >> 1}`).replace('f=5', `f=${n}`)
        assert.deepEqual(violations(runCell(algorithm, five({ n, delay, faults, seed }))), [])
      },
    ),
    { numRuns: 300 },
  )
})

test('whoever is to crash is waited for until it has, and a leader that gives way waits for the next one', () => {
  // Executions once ended as soon as all had decided that were not to crash, though another was still to do so and undecided;
  // and in that of seed 791 one that had led, and had all that was written, never stood again.
  const one = raft.with('entries=1')
  for (const seed of [4, 791])
    for (const delay of ['uniform', 'pareto'])
      assert.deepEqual(violations(runCell(one, five({ n: 3, delay, faults: 'crash:f=1,by=40', seed }))), [])
})

test('records with recovery and partitions are accepted', () => {
  for (let seed = 0; seed < 5; seed++) {
    const { lines } = record(algorithm, five({ faults: trouble[5]!, seed }))
    assert.equal(verifyLines(lines, algorithm).first_error, null)
  }
})

type Handler = (p: object, state: State, message: object, from: number) => void
interface State {
  votedFor: number | null
  log: readonly { readonly term: number }[]
}
const { uponReceiving, stable } = algorithm as unknown as {
  uponReceiving: Record<'requestVote' | 'append', Handler>
  stable: (state: object) => object
}

/** Ways to get it wrong, each with trouble that shows it. */
const broken: Readonly<
  Record<
    string,
    readonly [change: Partial<Record<keyof AnyAlgorithm, unknown>>, FaultSpec, parts?: Partial<Seeded>]
  >
> = {
  'votes twice in a term': [
    {
      uponReceiving: {
        ...uponReceiving,
        requestVote: (p: object, state: State, message: object, from: number) => {
          state.votedFor = null
          uponReceiving.requestVote(p, state, message, from)
        },
      },
    },
    'none',
  ],
  'forgets its vote as it crashes': [
    { stable: (state: object) => ({ ...stable(state), votedFor: null }) },
    'recover:f=3,times=20,by=60,down=0.3',
    { n: 3, delay: 'pareto' },
  ],
  'votes for logs that have less than its own': [
    {
      uponReceiving: {
        ...uponReceiving,
        requestVote: (p: object, state: State, message: object, from: number) =>
          uponReceiving.requestVote(p, state, { ...message, lastTerm: 1000 }, from),
      },
    },
    'recover:f=3,times=3,by=60,down=15+loss:rate=0.2',
  ],
  'takes entries without regard to the one before': [
    {
      uponReceiving: {
        ...uponReceiving,
        append(p: object, state: State, message: { readonly prevIndex: number }, from: number) {
          const { prevIndex } = message
          const prevTerm = state.log[prevIndex - 1]?.term ?? 0
          uponReceiving.append(p, state, { ...message, prevTerm }, from)
        },
      },
    },
    'partition:from=15,to=50+loss:rate=0.3',
  ],
}

for (const [what, [change, faults, parts]] of Object.entries(broken))
  test(`a server that ${what} does not survive 1,000 executions`, () => {
    const variant = Object.assign(Object.create(algorithm), change) as AnyAlgorithm
    const safety = ['electionSafety', 'logMatching', 'leaderCompleteness', 'stateMachineSafety', 'agreement']
    for (let seed = 0; seed < 1000; seed++) {
      const { outcome } = runCell(variant, five({ delay: 'uniform', faults, seed, ...parts })).execution
      if (outcome.kind === 'violated' && safety.includes(outcome.property)) return
    }
    assert.fail('it survives')
  })

test('where half have crashed, nobody decides, and the execution ends all the same', () => {
  const { outcome, final } = runCell(algorithm, five({ n: 4, faults: 'crash:given=0@0+1@0' })).execution
  assert.equal(outcome.kind === 'violated' && outcome.property, 'termination')
  assert.deepEqual(decisions({ final }), [null, null, null, null])
})

test('a leader that has stepped down stands again: with the longer log, it alone can win', () => {
  // p_0 leads, writes, and hears of a later term of p_1, which has nothing in its log, so that p_0 never votes for it.
  const cell = { topology: 'path', n: 2, f: 0, faults: 'recover:f=2+loss', inputs: 'values=bits', seed: 114 }
  const judged = runCell(algorithm, { ...cell, delay: 'pareto' })
  assert.deepEqual(violations(judged), [])
})

test('the execution goes on until whoever is to crash has crashed, or has all that is committed', () => {
  // p_4 is to crash after time 1, but hears of nobody before the partition is over, when three of five have committed all.
  const faults = 'crash:f=2,pattern=chain+partition:to=20'
  const judged = runCell(
    algorithm,
    five({ f: 2, faults, delay: 'bimodal', inputs: 'values=bits', seed: 712 }),
  )
  assert.deepEqual(violations(judged), [])
})
