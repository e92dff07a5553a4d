import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  assertRequirements,
  type ComputedInstance,
  type ConfigurationView,
  consensus,
  type Exploration,
  explore,
  exploreFaultSchedules,
  exploreFaults,
  faultModel,
  InputError,
  type Knowledge,
  type Processor,
  shrinkScript,
} from '../../../../engine/index.ts'
import { recordScript } from '../../../../experiments/adversaries/faults/index.ts'
import { after, type Moment, type Pending, withPending } from '../../../helpers/all-schedules.ts'
import { subjectFor } from '../../../helpers/broken-algorithm.ts'
import { verifyLines } from '../../../helpers/record.ts'
import { completeInstance } from './on-complete.ts'

const named = (name: string): AnyAlgorithm => algorithms.find((one) => one.name === name)!
const all = (algorithm: AnyAlgorithm, n: number, f: number, faults: string, states = 2_000_000) =>
  exploreFaultSchedules(algorithm, subjectFor({ algorithm, n, f }), faultModel(faults, n), { states })

interface CrashMoment extends Moment {
  readonly crashed: readonly boolean[]
}

/** The first configuration, in which all but a liar are about to wake, and all lies. */
function beginning(algorithm: AnyAlgorithm, instance: ComputedInstance, liar: number | null) {
  const { network } = instance
  const { n } = network
  const none = Array.from({ length: n }, () => false)
  const states = none.map((_, p) =>
    algorithm.initially({
      ...{ id: instance.ids[p], n, value: instance.values[p], isRoot: p === instance.root },
    } as unknown as Knowledge),
  )
  const honest = [...none.keys()].filter((p) => p !== liar)
  const pending = honest.map((to) => ({ to }))
  const lies = honest.flatMap((to) =>
    Array.from({ length: n - 1 }, (_, from) => from)
      .filter((from) => network.neighbor(to, from) === liar)
      .flatMap((from) =>
        (algorithm.alphabet?.({ n, f: 1, values: [0, 1] }) ?? []).map((message) => ({ to, from, message })),
      ),
  )
  const idle = { asleep: none.map(() => true), terminated: none, crashed: none }
  return { states, pending, ...idle, lies }
}

/**
 * The same by other means: every wake-up, delivery, lie and crash carried out on copies of states, without numbers or tables.
 * `most` crash; `liar`: who lies, null if nobody does.
 */
function tryEverything(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  { most, liar }: { readonly most: number; readonly liar: number | null },
) {
  const { network } = instance
  const { n } = network
  const { lies, ...first } = beginning(algorithm, instance, liar)
  const known = new Map<string, readonly [least: number, most: number]>()
  const broken = new Set<string>()
  const ends = new Set<string>()
  const check = ({ states, terminated, crashed, pending }: CrashMoment): void => {
    const view = {
      ...{ instance, states },
      terminated: (p: number) => terminated[p]! && !crashed[p]!,
      faulty: (p: number) => crashed[p]! || p === liar,
      crashed: (p: number) => crashed[p]!,
    }
    for (const [name, property] of Object.entries(algorithm.properties ?? {}))
      if ((property.kind === 'safety' || pending.length === 0) && property.check(view) !== true)
        broken.add(name)
  }
  /** The fewest and the most messages that can still be sent. */
  const explore = (moment: CrashMoment): readonly [number, number] => {
    const key = JSON.stringify(moment)
    const before = known.get(key)
    if (before !== undefined) return before
    check(moment)
    const { states, asleep, terminated, crashed } = moment
    if (moment.pending.length === 0) ends.add(JSON.stringify([states, asleep, terminated, crashed]))
    let range: [number, number] | null = moment.pending.length === 0 ? [0, 0] : null
    const add = (sent: number, [low, high]: readonly [number, number]): void => {
      range = [Math.min(range?.[0] ?? sent + low, sent + low), Math.max(range?.[1] ?? 0, sent + high)]
    }
    const waking = moment.pending.findIndex(({ message }) => message === undefined)
    const places = waking >= 0 ? [waking] : [...moment.pending.keys()]
    for (const i of places) {
      const { to } = moment.pending[i]!
      const { next, sent } = after(algorithm, network, moment, i)
      const goOn = (reaching: readonly Pending[], crashed: readonly boolean[]): void => {
        const { pending, ...rest } = withPending({ ...next, crashed }, reaching)
        const left = pending.filter(({ to }) => !crashed[to]! && !next.terminated[to]! && to !== liar)
        add(reaching.length, explore({ ...rest, pending: left }))
      }
      goOn(sent, moment.crashed)
      if (moment.crashed.filter(Boolean).length === most) continue
      for (let set = 0; set < 2 ** n; set++) {
        const reached = sent.filter((one) => set & (1 << one.to))
        goOn(reached, moment.crashed.with(to, true))
      }
    }
    if (waking < 0)
      for (const lie of lies) {
        const { next, sent } = after(algorithm, network, { ...moment, pending: [lie] }, 0)
        if (sent.length === 0 && JSON.stringify(next.states) === JSON.stringify(states)) continue
        const left = withPending({ ...next, crashed, pending: moment.pending }, sent)
        add(sent.length, explore({ ...left, pending: left.pending.filter(({ to }) => to !== liar) }))
      }
    known.set(key, range!)
    return range!
  }
  const [min, max] = explore(first)
  return { messages: { min, max }, ends: ends.size, broken: [...broken].sort() }
}

for (const [name, n, f] of [
  ['two-phase-commit', 2, 1],
  ['two-phase-commit', 3, 1],
  ['two-phase-commit', 3, 2],
  ['flooding', 3, 1],
  ['echo', 3, 1],
  ['echo', 3, 2],
] as const)
  test(`${name} on ${n} processors of which ${f} may crash: the same as by trying everything`, () => {
    const algorithm = named(name)
    const instance = subjectFor({ algorithm, n, f }).with({
      values: Array.from({ length: n }, (_, p) => Math.min(p, 1)),
    })
    const { broken, ...expected } = tryEverything(algorithm, instance, { most: f, liar: null })
    const found = exploreFaultSchedules(algorithm, instance, faultModel(`crash:f=${f}`, n), {
      inputs: [Array.from(instance.values)],
    })
    const { messages, ends } = found
    assert.deepEqual({ messages, ends }, expected)
    assert.equal(found.exhausted, true)
    assert.deepEqual(found.violations.map(({ property }) => property).sort(), broken)
  })

/** Everyone tells its bit and decides the lesser of the first two that it hears, which it tells, too. */
const gullible = {
  name: 'gullible',
  requires: { shape: 'complete', initiators: 'all' },
  terminates: false,
  initially: ({ value }: { readonly value: number }) => ({
    value,
    heard: [] as number[],
    decided: null as number | null,
  }),
  uponStart: (p: Processor, { value }: { value: number }) => p.sendToAll({ type: 'bit', value } as never),
  uponReceiving: {
    bit(p: Processor, state: { heard: number[]; decided: number | null }, { value }: { value: number }) {
      if (state.decided !== null) return
      state.heard.push(value)
      if (state.heard.length < 2) return
      state.decided = Math.min(...state.heard)
      p.sendToAll({ type: 'bit', value: state.decided } as never)
    },
  },
  alphabet: () => [0, 1].map((value) => ({ type: 'bit', value })),
  properties: { agreement: consensus.agreement, termination: consensus.termination },
} as unknown as AnyAlgorithm

test('a liar on three processors: the same as by trying everything', () => {
  const given = completeInstance(3, 1).with({ values: [1, 1, 1] })
  const found = exploreFaultSchedules(gullible, given, faultModel('byzantine:f=1', 3), {
    inputs: [[1, 1, 1]],
  })
  const parts = [null, 0, 1, 2].map((liar) => tryEverything(gullible, given, { most: 0, liar }))
  assert.equal(
    found.ends,
    parts.reduce((sum, { ends }) => sum + ends, 0),
  )
  assert.deepEqual(found.messages, {
    min: Math.min(...parts.map(({ messages }) => messages.min)),
    max: Math.max(...parts.map(({ messages }) => messages.max)),
  })
  const broken = new Set(parts.flatMap((one) => one.broken))
  assert.deepEqual(new Set(found.violations.map(({ property }) => property)), broken)
})

test('where nobody may fail, it is the exploration of schedules: for all algorithms that can be explored on three', () => {
  let count = 0
  for (const algorithm of algorithms) {
    const instance = subjectFor({ algorithm, n: 3, f: 0 })
    const schedules = explored(algorithm, instance)
    if (schedules === null || algorithm.service !== undefined) continue
    const inputs = [Array.from(instance.values)]
    const found = exploreFaultSchedules(algorithm, instance, faultModel('crash:f=0', 3), { inputs })
    const { exhausted, endless, messages } = schedules
    assert.deepEqual(
      { exhausted: found.exhausted, endless: found.endless, messages: found.messages },
      { exhausted, endless, messages },
      algorithm.name,
    )
    assert.deepEqual(found.violations, [], algorithm.name)
    count++
  }
  assert.ok(count > 20, `${count}`)
})

/** All schedules; null if the algorithm cannot be explored there. */
function explored(algorithm: AnyAlgorithm, instance: ComputedInstance): Exploration | null {
  try {
    assertRequirements(algorithm, instance, 'asynchronous')
    return explore(algorithm, instance, { reduce: false, time: false })
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

test('properties are judged for all inputs of liars, though these change nothing of what can happen', () => {
  const broken = (value: number) => ({
    ...gullible,
    properties: {
      liar: {
        kind: 'safety',
        check: ({ instance, faulty }: ConfigurationView) =>
          instance.values[2] !== value || faulty?.(2) !== true || `p_2 lies and has the input ${value}`,
      },
    },
  })
  for (const value of [0, 1]) {
    const found = exploreFaultSchedules(
      broken(value) as unknown as AnyAlgorithm,
      completeInstance(3, 1),
      faultModel('byzantine:f=1', 3),
    )
    assert.deepEqual(
      found.violations.map(({ script }) => script.values[2]),
      [value],
    )
  }
})

test('what is broken in rounds is broken in some schedule, too, and no round takes more messages than schedules can', () => {
  for (const [name, n, f] of [
    ['two-phase-commit', 3, 1],
    ['two-phase-commit', 4, 2],
    ['echo', 3, 1],
    ['tarry', 3, 1],
  ] as const) {
    const algorithm = named(name)
    const rounds = exploreFaults(algorithm, completeInstance(n, f), faultModel(`crash:f=${f}`, n))
    const schedules = all(algorithm, n, f, `crash:f=${f}`)
    const brokenIn = (found: typeof rounds | typeof schedules) =>
      new Set(found.violations.map(({ property }) => property))
    for (const property of brokenIn(rounds)) assert.ok(brokenIn(schedules).has(property), property)
    assert.ok(rounds.messages.max <= schedules.messages.max)
    assert.ok(rounds.messages.min >= schedules.messages.min)
  }
})

test('every counterexample is carried out by the engine, made small, recorded and verified', () => {
  for (const [name, n, f, faults] of [
    ['two-phase-commit', 3, 1, 'crash:f=1'],
    ['echo', 3, 1, 'crash:f=2'],
    ['bracha-rb', 3, 1, 'byzantine:f=1'],
  ] as const) {
    const algorithm = named(name)
    const instance = subjectFor({ algorithm, n, f })
    const { violations } = all(algorithm, n, f, faults)
    assert.ok(violations.length > 0)
    for (const violation of violations) {
      const { lines, execution } = recordScript(
        { algorithm, setting: { identifiers: 'given' } },
        instance,
        violation.script,
      )
      const { first_error, shows } = verifyLines(lines.join('').trimEnd().split('\n'), algorithm)
      assert.equal(first_error, null)
      assert.ok(shows !== null && execution.outcome.kind === 'violated')
      assert.equal(shrinkScript(algorithm, instance, violation)?.property, violation.property)
    }
  }
})

test('two-phase commit decides one way in all schedules with a crash, and blocks', () => {
  const { exhausted, violations, messages } = all(named('two-phase-commit'), 3, 1, 'crash:f=1')
  assert.deepEqual(
    violations.map(({ property }) => property),
    ['termination'],
  )
  // By hand: all ask, vote and are told, 3(n − 1); or the coordinator crashes before it asks anyone.
  assert.deepEqual([exhausted, messages], [true, { min: 0, max: 6 }])
})

test('of three, a liar breaks Bracha’s broadcast, but never lets two deliver different values', () => {
  const { exhausted, violations } = all(named('bracha-rb'), 3, 1, 'byzantine:f=1')
  assert.equal(exhausted, true)
  assert.deepEqual(violations.map(({ property }) => property).sort(), ['termination', 'totality'])
})

test('an exploration that is cut off says so', () => {
  const { exhausted, configurations } = all(named('two-phase-commit'), 3, 1, 'crash:f=1', 100)
  assert.deepEqual([exhausted, configurations], [false, 100])
})
