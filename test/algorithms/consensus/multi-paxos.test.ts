import assert from 'node:assert/strict'
import { test } from 'node:test'
import { multiPaxos } from '../../../algorithms/index.ts'
import type { AnyAlgorithm, FaultSpec } from '../../../engine/index.ts'
import { decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

const algorithm = multiPaxos.with('')

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
  readonly gaps: number
  readonly applied: readonly { readonly value: number | null }[]
}

const finalOf = (parts: Partial<Seeded>, of: AnyAlgorithm = algorithm) => {
  const judged = runCell(of, five(parts))
  const { final, measures } = judged.execution
  const states = final.states as readonly Final[]
  const candidacies = states.reduce((sum, one) => sum + one.candidacies, 0)
  return { judged, measures, states, candidacies }
}

test('one election and k commands take (n − 1)(2k + 3) messages: 2(n − 1) for each command more, whatever the pipeline', () => {
  // By hand, n = 5: 4 prepares and 4 promises; of each command 4 are asked to accept and do; then 4 hear that the last is
  // chosen: 8 + 8k + 4. With one slot at a time, the k-th is chosen 2k units of time after the leader has its promises, which
  // take 2; with a pipeline of two, the third of three 4 units after.
  for (const [entries, pipeline, messages, slots] of [
    [1, 1, 20, 1],
    [3, 1, 36, 3],
    [3, 2, 36, 2],
    [6, 3, 60, 2],
    [7, 3, 68, 3],
  ] as const) {
    let seen = 0
    for (let seed = 0; seed < 10; seed++) {
      const variant = multiPaxos.with(`entries=${entries},pipeline=${pipeline}`)
      const { judged, measures, candidacies } = finalOf({ seed }, variant)
      assert.deepEqual(violations(judged), [])
      if (candidacies > 1) continue
      seen++
      assert.equal(measures.messages, messages)
      const { decided, complete } = measures.marks
      assert.ok(Math.abs(complete!.first - decided!.first - 2 * (slots - 1)) < 1e-9)
      // All others hear of a command a unit of time after the leader has it.
      assert.ok(Math.abs(decided!.last - decided!.first - 1) < 1e-9)
      assert.ok(Math.abs(complete!.last - complete!.first - 1) < 1e-9)
    }
    assert.ok(seen > 3)
  }
})

test('a new leader fills the gap that the old one has left with a no-op, and goes on with what was accepted after it', () => {
  // All is lost that the first leader sends for slot 0; of slot 1 one hears. So a gap comes before a command.
  let filled = 0
  for (let seed = 0; seed < 400; seed++) {
    const { states, judged } = finalOf({ delay: 'pareto', faults: 'crash:f=2,by=18+loss:rate=0.3', seed })
    assert.deepEqual(violations(judged), [])
    for (const { gaps, applied } of states) {
      if (gaps > 0 && applied.some(({ value }, slot) => value === null && applied[slot + 1] !== undefined))
        filled++
    }
  }
  assert.ok(filled > 0)
})

const trouble: readonly FaultSpec[] = [
  'none',
  'crash:f=2,by=40',
  'recover:f=5,times=3,by=60,down=15',
  'loss:rate=0.2+duplicate:rate=0.1',
  'partition:from=15,to=50',
  'recover:f=3,times=3,by=60,down=15+loss:rate=0.2+partition:from=15,to=50',
]

test('all claims and properties hold with any delays, windows and faults, in 300 random executions', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(2, 3, 4, 5),
      fc.constantFrom('uniform', 'pareto', 'exponential', 'constant', 'gst:at=60'),
      fc.constantFrom(...trouble),
      fc.constantFrom('', 'pipeline=1', 'entries=6,pipeline=4', 'entries=1'),
      fc.nat(100_000),
      (n, delay, spec, parameters, seed) => {
        const faults = spec
          .replace('crash:f=2', `crash:f=${(n - 1) >> 1}`)
          .replace(/f=[35]/, `f=${Math.min(n, 3)}`)
        const variant = multiPaxos.with(parameters)
        assert.deepEqual(violations(runCell(variant, five({ n, delay, faults, seed }))), [])
      },
    ),
    { numRuns: 300 },
  )
})

test('records with recovery and partitions are accepted', () => {
  for (let seed = 0; seed < 5; seed++) {
    const { lines } = record(algorithm, five({ faults: trouble[5]!, seed }))
    assert.equal(verifyLines(lines, algorithm).first_error, null)
  }
})

type Handler = (p: object, state: State, message: object, from: number) => void
interface State {
  promised: unknown
  n: number
}
const { uponReceiving, stable, initially } = algorithm as unknown as {
  uponReceiving: Record<'promise' | 'prepare' | 'accept' | 'heartbeat', Handler>
  stable: (state: object) => object
  initially: (input: object) => State
}

/** Ways to get it wrong, each with trouble that shows it. */
const broken: Readonly<
  Record<
    string,
    readonly [change: Partial<Record<keyof AnyAlgorithm, unknown>>, FaultSpec, parts?: Partial<Seeded>]
  >
> = {
  'proposes anew what may have been chosen, since promises say nothing': [
    {
      uponReceiving: {
        ...uponReceiving,
        promise: (p: object, state: State, message: object, from: number) =>
          uponReceiving.promise(p, state, { ...message, accepted: [] }, from),
      },
    },
    'recover:f=3,times=3,by=60,down=15+loss:rate=0.3',
    { n: 3 },
  ],
  'accepts proposals of ballots that it has promised to have no part in': [
    {
      uponReceiving: {
        ...uponReceiving,
        accept(p: object, state: State, message: object, from: number) {
          state.promised = null
          uponReceiving.accept(p, state, message, from)
        },
      },
    },
    'partition:from=12,to=40+loss:rate=0.3',
    { delay: 'pareto' },
  ],
  'forgets what it has accepted as it crashes': [
    { stable: (state: object) => ({ ...stable(state), accepted: [] }) },
    'recover:f=3,times=6,by=60,down=5+loss:rate=0.2',
    { n: 3, delay: 'pareto' },
  ],
  'takes half of all for a majority': [
    { initially: (input: object) => ({ ...initially(input), n: 3 }) },
    'partition:from=0,to=100,part=0+1',
    { n: 4 },
  ],
}

for (const [what, [change, faults, parts]] of Object.entries(broken))
  test(`a server that ${what} does not survive 1,000 executions`, () => {
    const variant = Object.assign(Object.create(algorithm), change) as AnyAlgorithm
    const safety = ['oneProposal', 'laterBallots', 'stateMachineSafety', 'agreement']
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
