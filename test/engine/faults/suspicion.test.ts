import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  buildTopology,
  ComputedInstance,
  createFaults,
  type DetectorClass,
  execute,
  formal,
  Random,
  Streams,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { every, type Heard, horizon, type Watching, watching } from '../../helpers/watching.ts'

const n = 5
const network = buildTopology('complete', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
const clocks = Array.from({ length: n }, () => ({ at: (time: number) => time, when: (at: number) => at }))
const instance = new ComputedInstance(network, { clocks })
const [until, latency] = [8, 2]

/** What all heard, by processor, in an execution of both engines, which must be the same. */
function heardIn(detector: DetectorClass, faults: string, seed: number): readonly (readonly Heard[])[] {
  const algorithm = watching(detector)
  const plan = () => createFaults(faults, algorithm, instance, 'asynchronous', new Streams(seed))
  const timing = { kind: 'asynchronous', delays: { kind: 'constant' } } as const
  const fast = execute(algorithm, instance, timing, { seed, faults: plan() })
  const system = { algorithm, instance, seed, faults: plan() }
  const literal = formal.runTimed(system, { kind: 'asynchronous', delay: () => 1 })
  assert.deepEqual(
    fast.final.states,
    formal.last(literal).processors.map(({ state }) => state),
  )
  return (fast.final.states as readonly Watching[]).map(({ heard }) => heard)
}

/** When a processor is down, read off what it did not ask. */
const outagesOf = (heard: readonly Heard[]): readonly (readonly [from: number, back: number])[] =>
  heard.flatMap(({ at }, i) => {
    const next = heard[i + 1]?.at ?? (at < horizon ? Number.POSITIVE_INFINITY : at)
    return next > at + every ? [[at, next] as const] : []
  })

/** One who says something of another: by whom and of whom, when, whether it is suspected, and since when it is down, or not. */
interface Opinion {
  readonly of: number
  readonly at: number
  readonly suspected: boolean
  readonly since: number | null
}

function opinionsIn(all: readonly (readonly Heard[])[]): readonly Opinion[] {
  const outages = all.map(outagesOf)
  return all.flatMap((heard, p) =>
    heard.flatMap(({ at, said }) =>
      Array.from({ length: n - 1 }, (_, channel): Opinion => {
        const of = network.neighbor(p, channel)
        const outage = outages[of]!.find(([from, back]) => from < at && at < back)
        const suspected = 'suspects' in said && said.suspects.includes(channel)
        return { of, at, suspected, since: outage?.[0] ?? null }
      }),
    ),
  )
}

const mistakesIn = (opinions: readonly Opinion[], from = 0) =>
  opinions.filter(({ at, suspected, since }) => suspected && since === null && at >= from)

/** Strong completeness, with the time that it may take. */
function assertComplete(opinions: readonly Opinion[]): void {
  for (const { of, at, suspected, since } of opinions)
    if (since !== null && at >= since + latency)
      assert.ok(suspected, `p_${of} has been down since ${since} and is not suspected at ${at}`)
}

/** Weak accuracy from a time on: some processor that does not crash for good is never suspected while it is up. */
function assertTrusting(all: readonly (readonly Heard[])[], from: number): void {
  const suspected = new Set(mistakesIn(opinionsIn(all), from).map(({ of }) => of))
  const correct = all.flatMap((heard, p) => (heard.at(-1)!.at >= horizon ? [p] : []))
  assert.ok(
    correct.some((p) => !suspected.has(p)),
    'all correct processors are suspected',
  )
}

const crashes = [
  'crash:f=2,by=12',
  'recover:f=3,times=2,by=12,down=3',
  'crash:f=1,by=9+recover:f=2,by=9,down=6',
]
const executions = fc.record({
  seed: fc.nat(),
  crash: fc.constantFrom(...crashes),
  rate: fc.constantFrom(0.1, 0.5, 0.9),
})
const faultsOf = ({ crash, rate }: { readonly crash: string; readonly rate: number }) =>
  `${crash}+suspicion:until=${until},rate=${rate},stretch=1,latency=${latency}`

/** Holds 30 random executions to the axioms; how many mistakes there were before the time `until`, and from then on. */
function mistakes(
  detector: DetectorClass,
  check: (all: readonly (readonly Heard[])[]) => void,
): [number, number] {
  let [early, late] = [0, 0]
  fc.assert(
    fc.property(executions, (parts) => {
      const all = heardIn(detector, faultsOf(parts), parts.seed)
      const opinions = opinionsIn(all)
      assertComplete(opinions)
      check(all)
      late += mistakesIn(opinions, until).length
      early += mistakesIn(opinions).length - mistakesIn(opinions, until).length
    }),
    { numRuns: 30 },
  )
  return [early, late]
}

test('P suspects all that crash, and nobody before', () => {
  assert.deepEqual(
    mistakes('P', () => {}),
    [0, 0],
  )
})

test('◇P suspects all that crash, and from a time on nobody before', () => {
  const [early, late] = mistakes('◇P', () => {})
  assert.ok(early > 0)
  assert.equal(late, 0)
})

test('S suspects all that crash, and never some correct processor', () => {
  const [early, late] = mistakes('S', (all) => assertTrusting(all, 0))
  assert.ok(early > 0 && late > 0)
})

test('◇S suspects all that crash, and from a time on not some correct processor, which it may suspect before', () => {
  const everyone = new Set<boolean>()
  const [early, late] = mistakes('◇S', (all) => {
    assertTrusting(all, until)
    everyone.add(new Set(mistakesIn(opinionsIn(all)).map(({ of }) => of)).size === n)
  })
  assert.ok(early > 0 && late > 0)
  assert.ok(everyone.has(true))
})

test('Ω names the same leader everywhere once crashes, recoveries and mistakes are over, and others before', () => {
  let disagreements = 0
  fc.assert(
    fc.property(executions, (parts) => {
      const all = heardIn('Ω', faultsOf(parts), parts.seed)
      const outages = all.map(outagesOf)
      const changes = outages.flat(2).filter((time) => time < Number.POSITIVE_INFINITY)
      const settled = Math.max(until, ...changes.map((time) => time + latency))
      const named = all.flatMap((heard, p) =>
        heard.map(({ at, said }) => {
          assert.ok('leader' in said)
          return { at, leader: said.leader === null ? p : network.neighbor(p, said.leader) }
        }),
      )
      const last = new Set(named.filter(({ at }) => at >= settled).map(({ leader }) => leader))
      assert.equal(last.size, 1)
      const [leader] = last
      assert.ok(all[leader!]!.at(-1)!.at >= horizon)
      if (new Set(named.filter(({ at }) => at < until).map((one) => one.leader)).size > 1) disagreements++
    }),
    { numRuns: 30 },
  )
  assert.ok(disagreements > 0)
})
