import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Spans } from '../../../engine/worst-case/spans.ts'
import fc from '../../helpers/property.ts'

/** A step: it processes the message that has waited so long, of those in transit, or none; then it sends some. */
interface Drawn {
  readonly takes: number | null
  readonly sends: number
}

interface Played {
  readonly spans: Spans
  readonly steps: number
  /** By message, the steps that send and process it; the latter is null while it is in transit. */
  readonly messages: { readonly sentIn: number; processedIn: number | null }[]
}

function played(drawn: readonly Drawn[]): Played {
  const spans = new Spans()
  const messages: Played['messages'] = []
  for (const [step, { takes, sends }] of drawn.entries()) {
    const transit = messages.flatMap(({ processedIn }, id) => (processedIn === null ? [id] : []))
    const message = takes === null || transit.length === 0 ? -1 : transit[takes % transit.length]!
    spans.begin(message)
    if (message >= 0) messages[message]!.processedIn = step
    for (let i = 0; i < sends; i++) messages.push({ sentIn: step, processedIn: null })
    spans.send(sends)
  }
  return { spans, steps: drawn.length, messages }
}

/**
 * The same by relaxing all constraints until nothing changes, as for shortest paths: no step comes before its predecessor,
 * and none more than one unit after the sending of a message that is in transit before it.
 */
function longest({ steps, messages }: Played, start: number): number[] {
  const latest = new Array<number>(steps).fill(Number.POSITIVE_INFINITY)
  latest[start] = 0
  for (let changes = true; changes; ) {
    changes = false
    const relax = (step: number, time: number) => {
      if (time >= latest[step]!) return
      latest[step] = time
      changes = true
    }
    for (let step = 0; step < steps; step++) {
      if (step > 0) relax(step - 1, latest[step]!)
      for (const { sentIn, processedIn } of messages)
        if (sentIn < step && (processedIn === null || step <= processedIn)) relax(step, latest[sentIn]! + 1)
    }
  }
  return latest
}

test('the time between two steps is the longest that all deadlines allow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ takes: fc.option(fc.nat(5)), sends: fc.nat(2) }), { minLength: 1, maxLength: 30 }),
      (drawn) => {
        const all = played(drawn)
        for (let start = 0; start < all.steps; start++) {
          const times = longest(all, start)
          for (let end = start; end < all.steps; end++) {
            // Where nothing is in transit, as long as one likes may pass; that is no delay, and counts for nothing.
            if (Number.isFinite(times[end]!)) assert.equal(all.spans.between(start, end), times[end])
          }
        }
      },
    ),
  )
})

test('what is under way when something begins is due one unit later, however long it has been', () => {
  // m_0 is sent in step 0; step 1 is asked for something and sends m_1; m_1 comes in step 2, which sends m_2, then m_0, m_2.
  const spans = new Spans()
  const take = (message: number, sends: number) => {
    spans.begin(message)
    spans.send(sends)
  }
  take(-1, 1)
  take(-1, 1)
  take(1, 1)
  take(0, 0)
  take(2, 0)
  // By hand: m_0 and m_1 are due at 1, so m_2 is sent by 1 and due at 2.
  assert.deepEqual(
    [2, 3, 4].map((end) => spans.between(1, end)),
    [1, 1, 2],
  )
  assert.equal(spans.between(0, 4), 2)
})
