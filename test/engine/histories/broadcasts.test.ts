import assert from 'node:assert/strict'
import { test } from 'node:test'
import { broadcastConditions, checkHistory, type HistoryEvent } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

const n = 3

type Word = readonly ['broadcast' | 'deliver', number, string, number?]

/** Histories from “broadcast, by p, a” and “deliver, at p, a, from q”; event number k happens at time k. */
const history = (...words: readonly Word[]): HistoryEvent[] =>
  words.map(([what, processor, value, from], time) =>
    what === 'broadcast'
      ? { kind: 'invocation', processor, time, id: time, operation: 'broadcast', argument: value }
      : { kind: 'output', processor, time, output: 'deliver', value: { from, value } },
  )

/** Who sends what: a and b are of p_0, c is of p_1, d of p_2. */
const senders = { a: 0, b: 0, c: 1, d: 2 } as const
type Name = keyof typeof senders
const names = Object.keys(senders) as Name[]

/** Some broadcasts and deliveries in any order, now and then twice. */
const events: fc.Arbitrary<Word[]> = fc
  .uniqueArray(
    fc.record({ name: fc.constantFrom(...names), at: fc.integer({ min: -1, max: n - 1 }), again: fc.nat(6) }),
    { maxLength: 12, selector: ({ name, at, again }) => `${name}${at}${again === 0}` },
  )
  .map((found) => {
    const sent = new Set<string>()
    return found.flatMap(({ name, at, again }): Word[] => {
      if (at < 0 && sent.has(name)) return []
      if (at < 0) sent.add(name)
      // Most are broadcast in time.
      const first: Word[] =
        at >= 0 && !sent.has(name) && again > 1 ? [['broadcast', senders[name], name]] : []
      if (first.length > 0) sent.add(name)
      return [...first, at < 0 ? ['broadcast', senders[name], name] : ['deliver', at, name, senders[name]]]
    })
  })

/** Where things are in a history, for the definitions: −1 for nowhere. Only the first delivery of each counts. */
function read(words: readonly Word[]) {
  const sent = (m: string) => words.findIndex(([what, , value]) => what === 'broadcast' && value === m)
  const got = (p: number, m: string) =>
    words.findIndex(
      ([what, at, value], i) => what === 'deliver' && at === p && value === m && sent(m) >= 0 && sent(m) < i,
    )
  const all = names.filter((m) => sent(m) >= 0)
  const processors = [0, 1, 2]
  /** The broadcast of m may depend on that of o: its sender had broadcast or delivered it, or something that may. */
  const dependsOn = (m: Name, o: Name): boolean =>
    m !== o &&
    all.some((step) => {
      const at = step === m ? -1 : senders[step] === senders[m] ? sent(step) : got(senders[m], step)
      return at >= 0 && at < sent(m) && (step === o || dependsOn(step, o))
    })
  return { sent, got, all, processors, dependsOn }
}

/** The definitions, word by word. */
const definitions: Readonly<Record<string, (words: readonly Word[]) => boolean>> = {
  integrity: (words) =>
    words.every(
      ([what, , value, from], i) =>
        what !== 'deliver' ||
        words.slice(0, i).some(([other, by, sent]) => other === 'broadcast' && by === from && sent === value),
    ),
  'no-duplication'(words) {
    const { sent } = read(words)
    const known = words.filter(([what, , m], i) => what === 'deliver' && sent(m) >= 0 && sent(m) < i)
    return new Set(known.map(([, p, m]) => `${p}${m}`)).size === known.length
  },
  validity(words) {
    const { all, got } = read(words)
    return all.every((m) => got(senders[m], m) >= 0)
  },
  agreement(words) {
    const { all, got, processors } = read(words)
    return all.every((m) => new Set(processors.map((p) => got(p, m) >= 0)).size === 1)
  },
  'fifo-order'(words) {
    const { sent, got, processors } = read(words)
    const [early, late] = sent('a') < sent('b') ? (['a', 'b'] as const) : (['b', 'a'] as const)
    return (
      sent(early) < 0 ||
      processors.every((p) => got(p, late) < 0 || (got(p, early) >= 0 && got(p, early) < got(p, late)))
    )
  },
  'causal-order'(words) {
    const { all, got, processors, dependsOn } = read(words)
    return processors.every((p) =>
      all.every(
        (m) =>
          got(p, m) < 0 || all.every((o) => !dependsOn(m, o) || (got(p, o) >= 0 && got(p, o) < got(p, m))),
      ),
    )
  },
  'total-order'(words) {
    const { all, got, processors } = read(words)
    return all.every((m) =>
      all.every((o) =>
        processors.every((p) =>
          processors.every((q) => {
            const places = [got(p, m), got(p, o), got(q, m), got(q, o)] as const
            return places.some((at) => at < 0) || places[0] < places[1] === places[2] < places[3]
          }),
        ),
      ),
    )
  },
}

for (const condition of broadcastConditions) {
  test(`${condition.name} is found kept exactly where its definition says so`, () => {
    let broken = 0
    const numRuns = 1500
    fc.assert(
      fc.property(events, (words) => {
        const expected = definitions[condition.name]!(words)
        if (!expected) broken++
        assert.equal(checkHistory(history(...words), condition, { n }).kind, expected ? 'holds' : 'wrong')
      }),
      { numRuns },
    )
    assert.ok(broken > 20 && broken < 0.98 * numRuns, `${broken} of ${numRuns} are broken`)
  })

  test(`what is shown where ${condition.name} is broken is broken, and without any event it is not`, () => {
    fc.assert(
      fc.property(events, (words) => {
        const finding = checkHistory(history(...words), condition, { n })
        if (finding.kind !== 'wrong') return
        const { part } = finding.fault
        assert.equal(checkHistory(part, condition, { n }).kind, 'wrong')
        for (const left of part) {
          const rest = part.filter((event) => event !== left)
          assert.equal(checkHistory(rest, condition, { n }).kind, 'holds', JSON.stringify(left))
        }
      }),
      { numRuns: 500 },
    )
  })
}

const named = (name: string) => broadcastConditions.find((condition) => condition.name === name)!

const sentence = (name: string, events: readonly HistoryEvent[], faulty: readonly number[] = []): string => {
  const finding = checkHistory(events, named(name), { n, faulty: new Set(faulty) })
  return finding.kind === 'wrong' ? finding.fault.sentence : finding.kind
}

test('an order that is first in, first out is not causal', () => {
  // By hand: p_1 delivers a of p_0, then broadcasts c; p_2 delivers c, which may depend on a, before a.
  const events = history(
    ['broadcast', 0, 'a'],
    ['deliver', 1, 'a', 0],
    ['broadcast', 1, 'c'],
    ['deliver', 2, 'c', 1],
    ['deliver', 2, 'a', 0],
  )
  assert.equal(sentence('fifo-order', events), 'holds')
  assert.equal(
    sentence('causal-order', events),
    'p_2 delivers c of p_1 at 3 before a of p_0, which p_1 had delivered when it broadcast the former',
  )
})

test('causal order is not total: two processors may deliver independent messages in different orders', () => {
  const events = history(
    ['broadcast', 0, 'a'],
    ['broadcast', 1, 'c'],
    ['deliver', 0, 'a', 0],
    ['deliver', 1, 'c', 1],
    ['deliver', 0, 'c', 1],
    ['deliver', 1, 'a', 0],
  )
  assert.equal(sentence('causal-order', events), 'holds')
  assert.equal(
    sentence('total-order', events),
    'p_0 delivers a of p_0 before c of p_1, and p_1 c of p_1 before a of p_0',
  )
})

test('faulty processors owe no delivery', () => {
  const events = history(['broadcast', 0, 'a'], ['deliver', 1, 'a', 0])
  assert.equal(sentence('validity', events), 'p_0 broadcasts a of p_0 at 0 and never delivers it')
  assert.equal(sentence('validity', events, [0]), 'holds')
  assert.equal(sentence('agreement', events, [0]), 'p_1 delivers a of p_0 at 1, and p_2 never does')
  assert.equal(sentence('agreement', events, [0, 2]), 'holds')
})
