import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, none, strategies } from '../../../../engine/index.ts'
import { runCell } from '../../../../experiments/cell/run-cell.ts'
import { linkText, readLink } from '../../../../reports/page/replay/edits.ts'
import { crashing, decisionOf } from '../../../../reports/page/replay/faults/decision.ts'
import type { FaultEdit } from '../../../../reports/page/replay/faults/fault-edits.ts'
import { lieChoices } from '../../../../reports/page/replay/faults/lie-choices.ts'
import { beyondWords, judgedClaims, judgedProperties } from '../../../../reports/page/replay/judged.ts'
import type { Run } from '../../../../reports/page/replay/run.ts'
import { Session } from '../../../../reports/page/replay/session.ts'
import fc from '../../../helpers/property.ts'
import { algorithmNamed, builder, cellWith, runnerOf } from '../../../helpers/travel-cells.ts'
import { verifiedRun } from '../../../helpers/travel-records.ts'

const crash = (processor: number, time: number, receivers: readonly number[] | null): FaultEdit => ({
  ...{ kind: 'crashes', processor, time, receivers },
})

/** FloodSet of four in rounds, told that one may fail. */
const floodset: Partial<Cell> = {
  ...{ algorithm: 'floodset', topology: 'complete', timing: 'synchronous', n: 4, f: 1 },
  inputs: 'values=0+1+1+1',
}

const verdicts = (run: Run) =>
  Object.fromEntries(judgedProperties(run).map(({ name, verdict }) => [name, verdict]))

test('two crashes where one may be hide the input 0 from p3: no agreement, beyond the resilience, a counterexample', () => {
  // By hand: p0, with 0, tells only p1, in its last step; p1 tells only p2, in the next round. Told that f = 1, all decide
  // after two rounds: p2 has heard of 0, p3 has not. One crash alone is what FloodSet stands.
  const { original } = runnerOf(floodset)
  assert.deepEqual(verdicts(original), { agreement: 'holds', validity: 'holds', termination: 'holds' })
  const one = runnerOf(floodset).run([], [crash(0, 0, [1])])
  assert.equal(one.faults, 'crash:given=0@0/1')
  assert.deepEqual([one.row.outcome, one.row.extra.fa, beyondWords(one)], ['terminated', 1, null])
  const both = runnerOf(floodset).run([], [crash(0, 0, [1]), crash(1, 1, [2])])
  assert.equal(verdicts(both).agreement, 'broken')
  assert.equal(verdicts(both).validity, 'holds')
  assert.equal(beyondWords(both), 'beyond n > f: 2 processors may fail, but floodset is told that f = 1 may')
  assert.ok(judgedClaims(original, both).every(({ verdict }) => verdict === 'not judged'))
  const { shows, first_error } = verifiedRun(both)
  assert.deepEqual([first_error, shows?.broken?.property], [null, 'agreement'])
})

test('what may still come true where a run is cut off is open', () => {
  // As above, with a fifth processor: the run ends when p3 decides 1 after p2 has decided 0, and p4 would be next.
  const runner = runnerOf({ ...floodset, n: 5, inputs: 'values=0+1+1+1+1' })
  const run = runner.run([], [crash(0, 0, [1]), crash(1, 1, [2])])
  assert.deepEqual(verdicts(run), { agreement: 'broken', validity: 'holds', termination: 'open' })
  const reasons = judgedProperties(run).map(({ reason }) => reason)
  assert.equal(
    reasons[2],
    'is open, for the run ends here: not every correct processor decides: p_4 does not',
  )
})

test('a claim about runs in which nothing fails applies no more once something does', () => {
  // (f + 1) n (n − 1) = 24 without faults; with p0 silent from the start, 2 · 4 · 3 − 2 · 3 = 18 are sent.
  const runner = runnerOf(floodset)
  const crashed = runner.run([], [crash(0, 0, [])])
  assert.deepEqual([runner.original.row.messages, crashed.row.messages], [24, 18])
  const told = judgedClaims(runner.original, crashed).map(({ verdict, reason }) => [verdict, reason])
  assert.deepEqual(told[0], ['not judged', 'it does not apply any more'])
  assert.deepEqual(told[1], ['holds', '= 24; here 18'])
})

test('a liar that tells two processors what it likes breaks agreement where n is no more than 3f', () => {
  // By hand, exponential information gathering with n = 3, f = 1, inputs 0, 0, 1: p0 says 1 to both, then tells p1 that all
  // others said 0. The tree of p1 has two of three zeros, that of p2 two of three ones.
  const level = (...values: number[]) => [{ type: 'level', values }]
  const lies = [
    { step: 0, receiver: 1, messages: level(1) },
    { step: 0, receiver: 2, messages: level(1) },
    { step: 1, receiver: 1, messages: level(0, 0) },
  ]
  const runner = runnerOf({ ...floodset, algorithm: 'eig-byzantine', n: 3, inputs: 'values=0+0+1' })
  const run = runner.run([], [{ kind: 'lies', processor: 0, strategy: '', lies }])
  assert.equal(run.faults, 'byzantine:processors=0')
  assert.equal(verdicts(run).agreement, 'broken')
  assert.match(
    String(beyondWords(run)),
    /^beyond n > 3f: eig-byzantine requires n > 3f, but here n = 3, f = 1$/,
  )
  assert.deepEqual(
    [verifiedRun(run).first_error, verifiedRun(run).shows?.broken?.property],
    [null, 'agreement'],
  )
  // Those lies are among what the reader can choose from.
  const { event } = decisionOf(runner.original, [], 0, 1)
  assert.ok(
    lieChoices(runner.original, event!, 1).some((one) => JSON.stringify(one) === JSON.stringify(level(1))),
  )
})

test('who has terminated takes no step any more, so what crashes is the step in which it did', () => {
  // By hand, flooding on a ring of four: p1 hears of it at 1, sends it on to p2 and is done; at 3 it still gets p2’s. If it
  // crashes at 1 and sends nothing, p0 sends 2, p3 and p2 one each: 4 instead of 5.
  const runner = runnerOf()
  const { original } = runner
  const decision = decisionOf(original, [], 1, original.events.length)
  assert.deepEqual([decision.event?.time, decision.taken], [1, true])
  const run = runner.run([], [crashing(decision, [])])
  assert.deepEqual([original.row.messages, run.row.messages], [5, 4])
  assert.match(
    String(beyondWords(run)),
    /^beyond what it is made for: flooding is not made for crash faults$/,
  )
})

/** Algorithms of both models, with what may fail in them or not. */
const systems: readonly Partial<Cell>[] = [
  floodset,
  { ...floodset, algorithm: 'phase-king', n: 5, inputs: 'values=bits' },
  { ...floodset, algorithm: 'eig-byzantine', inputs: 'values=bits' },
  { algorithm: 'bracha-rb', topology: 'complete', n: 4, f: 1, inputs: 'values=bits', delay: 'uniform' },
  { algorithm: 'ben-or', topology: 'complete', n: 4, f: 1, inputs: 'values=bits', delay: 'exponential' },
  { algorithm: 'flooding', topology: 'torus', n: 9, delay: 'uniform' },
  { algorithm: 'echo', topology: 'gnp:degree=4', n: 8, delay: 'pareto' },
  {
    algorithm: 'central-mutex',
    topology: 'complete',
    n: 3,
    inputs: 'ids=ascending,root=0',
    delay: 'uniform',
  },
]

const cells = fc
  .record({ system: fc.constantFrom(...systems), seed: fc.nat(2 ** 20) })
  .map(({ system, seed }) => ({ ...system, seed }))

/** The same, and some in which something fails already. */
const anyCells = fc
  .record({
    system: fc.constantFrom<Partial<Cell>>(
      ...systems,
      { ...floodset, inputs: 'values=bits', faults: 'crash:f=1' },
      { ...floodset, algorithm: 'phase-king', n: 5, inputs: 'values=bits', faults: 'byzantine:f=1' },
      {
        ...floodset,
        algorithm: 'ben-or',
        timing: 'asynchronous',
        delay: 'uniform',
        faults: 'crash:f=1+loss',
      },
      { ...floodset, n: 5, inputs: 'values=bits', faults: 'omission:f=1,kind=general+duplicate' },
    ),
    seed: fc.nat(2 ** 20),
  })
  .map(({ system, seed }) => ({ ...system, seed }))

test('a crash that the reader decides is the one of a sweep with such faults, delays and all', () => {
  fc.assert(
    fc.property(cells, fc.nat(99), fc.nat(99), fc.boolean(), (drawn, who, when, all) => {
      // In the page, messages keep the delays that they had; a sweep draws one for each that is sent.
      const parts = drawn.delay === undefined ? drawn : { ...drawn, delay: 'per-link' }
      const runner = runnerOf(parts)
      const { n } = runner.original.instance.network
      const own = runner.original.events.filter(({ processor }) => processor === who % n)
      const time = own[when % own.length]!.exact
      const run = runner.run([], [crash(who % n, time, all ? null : [])])
      const faults = `crash:given=${who % n}@${time}${all ? '/all' : ''}`
      const { f = 0 } = runner.original.instance
      const cell = { ...cellWith(parts), faults, ...(f > 0 && { f }) }
      const swept = runCell(algorithmNamed(cell.algorithm), cell, {
        experiment: 'sample',
        budget: {},
        builder,
      })
      const costs = ({ row: { outcome, messages, time, extra } }: { row: Run['row'] }) => [
        ...[outcome, messages, time, extra.fa],
      ]
      if (f > 0) assert.deepEqual(costs(run), costs({ row: swept }))
      else assert.equal(run.row.messages, swept.messages)
    }),
    { numRuns: 60 },
  )
})

test('a strategy that the reader gives to a processor is that of a sweep with such a liar', () => {
  const parts = { ...floodset, algorithm: 'phase-king', n: 5, inputs: 'values=bits' }
  for (const strategy of Object.keys(strategies))
    for (const seed of [1, 2, 3]) {
      const run = runnerOf({ ...parts, seed }).run([], [{ kind: 'lies', processor: 2, strategy, lies: [] }])
      const faults = `byzantine:processors=2,strategy=${strategy}`
      const swept = runnerOf({ ...parts, seed, faults }).original
      assert.deepEqual(
        run.messages.map(({ from, to, content }) => [from, to, content]),
        swept.messages.map(({ from, to, content }) => [from, to, content]),
      )
      assert.deepEqual(run.row.messages, swept.row.messages)
    }
})

test('a processor that the sweep lets fail works again if the reader says so', () => {
  for (const faults of ['crash:given=0@0', 'crash:f=1', 'byzantine:processors=0,strategy=silent']) {
    const parts = { ...floodset, algorithm: 'phase-king', n: 5, inputs: 'values=bits', faults }
    const { original } = runnerOf(parts)
    const failing = [
      ...original.liars,
      ...original.events.filter(({ crashes }) => crashes).map((e) => e.processor),
    ]
    const run = runnerOf(parts).run(
      [],
      failing.map((processor) => ({ kind: 'works', processor })),
    )
    const plain = runnerOf({ ...parts, faults: none }).original
    assert.deepEqual([run.row.messages, run.row.time, run.faults], [plain.row.messages, plain.row.time, none])
  }
})

/** Any decisions of up to three processors: a crash at one of its steps, or lies among those that may be chosen. */
const decisions = fc.array(
  fc.record({
    who: fc.nat(99),
    when: fc.nat(99),
    crashes: fc.boolean(),
    to: fc.nat(99),
    what: fc.nat(99),
    strategy: fc.constantFrom('', ...Object.keys(strategies)),
  }),
  { minLength: 1, maxLength: 3 },
)

/** The edits that these stand for in a run. */
function decide(run: Run, picked: typeof decisions extends fc.Arbitrary<infer D> ? D : never): FaultEdit[] {
  const { network } = run.instance
  return picked.map(({ who, when, crashes, to, what, strategy }): FaultEdit => {
    const processor = who % network.n
    const own = run.events.filter((event) => event.processor === processor)
    const step = when % own.length
    const receiver = network.neighbor(processor, to % network.degree(processor))
    if (crashes) return crash(processor, own[step]!.exact, what % 2 === 0 ? null : [receiver])
    const choices = lieChoices(run, own[step]!, receiver)
    const messages = choices[what % choices.length]!
    return { kind: 'lies', processor, strategy, lies: [{ step, receiver, messages }] }
  })
}

test('whatever the reader decides, the run is admissible within its faults, as its record proves', () => {
  fc.assert(
    fc.property(anyCells, decisions, (parts, picked) => {
      const runner = runnerOf(parts)
      const session = new Session(runner, 1, [])
      for (const edit of decide(runner.original, picked)) session.decide(edit)
      const { run } = session
      // What lies make a processor throw cannot be verified; nothing else may fail so.
      if (run.row.outcome === 'failed') return
      assert.deepEqual(verifiedRun(run).first_error, null)
    }),
    { numRuns: 150 },
  )
})

test('a link holds what was decided, and leads to the same run', () => {
  fc.assert(
    fc.property(anyCells, decisions, (parts, picked) => {
      const runner = runnerOf(parts)
      const session = new Session(runner, 7, [])
      for (const edit of decide(runner.original, picked)) session.decide(edit)
      const link = readLink(session.link)!
      assert.deepEqual(link, readLink(linkText(link)))
      const again = new Session(runnerOf(parts), link.row, link.edits, link.faults)
      assert.equal(again.link, session.link)
      assert.deepEqual(again.run.row, session.run.row)
    }),
    { numRuns: 40 },
  )
})

test('links with faults read as one would write them by hand, and of bad ones nothing is taken', () => {
  const lies = [{ step: 3, receiver: 2, messages: [{ type: 'vote', value: 1 }] }]
  const faults: FaultEdit[] = [
    crash(2, 1.5, [0, 3]),
    crash(4, 2, null),
    { kind: 'works', processor: 1 },
    { kind: 'lies', processor: 0, strategy: 'mutate', lies },
  ]
  const text = linkText({ row: 3, edits: [], faults })
  const said = encodeURIComponent('[{"type":"vote","value":1}]')
  assert.equal(text, `#run=3&faults=2@1.5/0/3,4@2/all,1ok,0~mutate;3-2:${said}`)
  assert.deepEqual(readLink(text), { row: 3, edits: [], faults })
  for (const bad of ['2', '2@', '2@x', '~mutate', '0~mu!', '2@1~3', 'ok'])
    assert.deepEqual(readLink(`#run=3&faults=${bad}`), { row: 3, edits: [] })
  for (const bad of ['3-2:[1]', '3-2:{}', '3-2:%', '3-2'])
    assert.deepEqual(readLink(`#run=3&faults=0~;${bad}`), {
      ...{ row: 3, edits: [] },
      faults: [{ kind: 'lies', processor: 0, strategy: '', lies: [] }],
    })
  fc.assert(fc.property(fc.string(), (any) => void readLink(`#run=1&faults=${any}`)))
})
