import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bypassIn,
  checkHistory,
  type HistoryEvent,
  InputError,
  mutualExclusionConditions,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

/**
 * A history from words: “+0” p_0 asks to enter, “*0” it enters, “-0” it leaves (and is told so at once). Event number k
 * of the words happens at time k.
 */
function history(words: string): HistoryEvent[] {
  const asked = new Map<number, number>()
  return words.split(' ').flatMap((word, time): HistoryEvent[] => {
    const processor = Number(word.slice(1))
    if (word[0] === '*') return [{ kind: 'response', processor, time, id: asked.get(processor)! }]
    const operation = word[0] === '+' ? 'acquire' : 'release'
    asked.set(processor, time)
    const invocation = { kind: 'invocation', processor, time, id: time, operation } as const
    return word[0] === '+' ? [invocation] : [invocation, { kind: 'response', processor, time, id: time }]
  })
}

/** Words in which each of three processors asks, enters and leaves in turn, at any time. */
const words = fc.array(fc.nat(2), { minLength: 1, maxLength: 20 }).map((turns) => {
  const next = [0, 0, 0]
  return turns.map((p) => `${'+*-'[next[p]!++ % 3]}${p}`).join(' ')
})

/** The definitions, looked up at each place of the words. */
const definitions: Readonly<Record<string, (words: readonly string[]) => boolean>> = {
  'mutual-exclusion': (words) => words.every((_, i) => inside(words.slice(0, i + 1)).length < 2),
  'no-deadlock': (words) => inside(words).length > 0 || waiting(words).length === 0,
  'no-lockout': (words) => inside(words).length > 0 || waiting(words).length === 0,
  'fifo-entry': (words) =>
    words.every((word, i) => word[0] !== '*' || waiting(words.slice(0, i))[0] === word[1]),
}

const last = (words: readonly string[], p: string) => words.findLast((word) => word[1] === p)?.[0]
const inside = (words: readonly string[]) => ['0', '1', '2'].filter((p) => last(words, p) === '*')
/** In the order of asking. */
const waiting = (words: readonly string[]) =>
  words
    .filter((word, i) => word[0] === '+' && !words.slice(i + 1).some((later) => later[1] === word[1]))
    .map((word) => word[1])

for (const condition of mutualExclusionConditions) {
  test(`${condition.name} is found kept exactly where its definition says so`, () => {
    const seen = { true: 0, false: 0 }
    fc.assert(
      fc.property(words, (text) => {
        const expected = definitions[condition.name]!(text.split(' '))
        seen[`${expected}`]++
        assert.equal(checkHistory(history(text), condition).kind, expected ? 'holds' : 'wrong')
      }),
      { numRuns: 1000 },
    )
    assert.ok(seen.true > 50 && seen.false > 50, JSON.stringify(seen))
  })

  test(`what is shown where ${condition.name} is broken is broken, and without any operation it is not`, () => {
    fc.assert(
      fc.property(words, (text) => {
        const finding = checkHistory(history(text), condition)
        if (finding.kind !== 'wrong') return
        const { part } = finding.fault
        assert.equal(checkHistory(part, condition).kind, 'wrong')
        const ids = new Set(part.flatMap((event) => (event.kind === 'output' ? [] : [event.id])))
        for (const id of ids) {
          const rest = part.filter((event) => event.kind === 'output' || event.id !== id)
          assert.equal(checkHistory(rest, condition).kind, 'holds')
        }
      }),
      { numRuns: 500 },
    )
  })
}

test('two processors in their critical sections at once are named, with what shows it', () => {
  // By hand: p_0 enters at 1 and leaves at 4; p_1 enters at 3.
  const finding = checkHistory(history('+0 *0 +1 *1 -0 -1'), mutualExclusionConditions[0]!)
  assert.ok(finding.kind === 'wrong')
  assert.equal(finding.fault.sentence, 'p_1 enters its critical section at 3, where p_0 has been since 1')
  assert.deepEqual(finding.fault.part, history('+0 *0 +1 *1'))
})

test('bypass counts the entries of others while one waits', () => {
  // By hand: p_0 asks at 0 and enters last; p_1 enters twice and p_2 once meanwhile. p_2 sees one entry, of p_1.
  assert.equal(bypassIn(history('+0 +1 *1 -1 +2 +1 *1 -1 *2 -2 *0 -0')), 3)
  assert.equal(bypassIn(history('+0 *0 -0 +1 *1 -1')), 0)
  // Also of one who never enters.
  assert.equal(bypassIn(history('+0 +1 *1 -1')), 1)
})

test('who releases what it does not hold is bad input', () => {
  assert.throws(
    () => checkHistory(history('+0 *0 -0 -0'), mutualExclusionConditions[0]!),
    new InputError('p_0 releases at 3 what it does not hold'),
  )
})
