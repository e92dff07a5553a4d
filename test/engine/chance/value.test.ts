import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Bracket,
  type DecisionProcess,
  endlessChoices,
  extremeValue,
  ProcessWriter,
  simplestFraction,
} from '../../../engine/chance/index.ts'
import fc from '../../helpers/property.ts'

type Outcomes = readonly (readonly [to: number, probability: number])[]

/** A process from the choices of each state. */
function processOf(states: readonly (readonly Outcomes[])[]): DecisionProcess {
  const writer = new ProcessWriter()
  for (const choices of states) {
    writer.state()
    for (const outcomes of choices) writer.choice(outcomes)
  }
  return writer.finish()
}

function assertValue({ lower, upper }: Bracket, value: number): void {
  assert.ok(
    lower <= value * (1 + 1e-12) + 1e-12 && value * (1 - 1e-12) - 1e-12 <= upper,
    `${value} is not in ${lower} … ${upper}`,
  )
  assert.ok(upper - lower <= 1e-9 * Math.max(upper, 1e-6) * 1.01, `${lower} … ${upper} is wide`)
}

test('a fair walk from the middle of −3 … 3 takes nine steps, and ends on each side half of the time', () => {
  // The expected time to leave an interval from a distance of a and b to its ends is a · b = 3 · 3.
  const walk = processOf([
    [
      [
        [1, 0.5],
        [2, 0.5],
      ],
    ],
    [
      [
        [3, 0.5],
        [0, 0.5],
      ],
    ],
    [
      [
        [4, 0.5],
        [0, 0.5],
      ],
    ],
    [
      [
        [5, 0.5],
        [1, 0.5],
      ],
    ],
    [
      [
        [6, 0.5],
        [2, 0.5],
      ],
    ],
    [],
    [],
  ])
  for (const sense of ['max', 'min'] as const) {
    assertValue(extremeValue(walk, { sense, costs: Array(5).fill(1) }), 9)
    assertValue(extremeValue(walk, { sense, gains: [0, 0, 0, 0, 0, 1, 0] }), 1 / 2)
  }
})

test('who chooses between a step that costs 3 and coins until heads that cost 1 each pays 2 or 3', () => {
  const mdp = processOf([
    [
      [[1, 1]],
      [
        [1, 0.5],
        [0, 0.5],
      ],
    ],
    [],
  ])
  assertValue(extremeValue(mdp, { sense: 'min', costs: [3, 1] }), 2)
  // At least v = min(3, 1 + v/2) = 2, at most v = max(3, 1 + v/2) = 3.
  assertValue(extremeValue(mdp, { sense: 'max', costs: [3, 1] }), 3)
})

test('choices that can be made for ever are those that no chance leads out of', () => {
  // In state 0, choice 0 stays; choice 1 leaves half of the time. Between 1 and 2 one can go to and fro. 3 is the end.
  const mdp = processOf([
    [
      [[0, 1]],
      [
        [1, 0.5],
        [0, 0.5],
      ],
    ],
    [[[2, 1]]],
    [[[1, 1]], [[3, 1]]],
    [],
  ])
  assert.deepEqual([...endlessChoices(mdp)], [1, 0, 1, 1, 0])
  assert.deepEqual([...endlessChoices(mdp, Uint8Array.of(1, 1, 1, 0, 1))], [1, 0, 0, 0, 0])
})

test('where one can stay for ever, both bounds are found at once', () => {
  // To stay is worth what one has in the end: nothing, if that is wanted, and at most what a coin gives, 1/2 or 1/10.
  for (const chance of [1 / 2, 1 / 10, 3 / 7]) {
    const mdp = processOf([
      [
        [[0, 1]],
        [
          [1, chance],
          [2, 1 - chance],
        ],
      ],
      [],
      [],
    ])
    assertValue(extremeValue(mdp, { sense: 'max', gains: [0, 1, 0] }), chance)
    assertValue(extremeValue(mdp, { sense: 'min', gains: [0, 1, 0] }), 0)
  }
})

test('the simplest fraction between two bounds has the least denominator', () => {
  assert.deepEqual(simplestFraction({ lower: 0.1083333333, upper: 0.1083333334 }), {
    numerator: 13,
    denominator: 120,
  })
  assert.deepEqual(simplestFraction({ lower: 74.9999999999, upper: 75 }), { numerator: 75, denominator: 1 })
  assert.deepEqual(simplestFraction({ lower: 0, upper: 0 }), { numerator: 0, denominator: 1 })
  assert.equal(simplestFraction({ lower: Math.SQRT2, upper: Math.SQRT2 }), null)
})

/** Processes that always end: every choice leads on, to later states, with probability 1/4 at least. */
const processes = fc
  .array(
    fc.array(
      fc.record({
        cost: fc.nat(9),
        next: fc.nat(99),
        back: fc.nat(99),
        weight: fc.integer({ min: 1, max: 4 }),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((states) => ({
    costs: states.flatMap((choices) => choices.map(({ cost }) => cost)),
    states: states.map((choices, state) =>
      choices.map(({ next, back, weight }): Outcomes => {
        const later = state + 1 + (next % (states.length - state))
        return [
          [later, weight / 4],
          [back % states.length, 1 - weight / 4],
        ]
      }),
    ),
  }))

test('values are those of the best of all policies, each solved by elimination, in 300 random processes', () => {
  fc.assert(
    fc.property(processes, ({ states, costs }) => {
      const mdp = processOf([...states, []])
      const all = policiesOf(states).map((policy) => solved(states, costs, policy))
      assertValue(extremeValue(mdp, { sense: 'max', costs }), Math.max(...all))
      assertValue(extremeValue(mdp, { sense: 'min', costs }), Math.min(...all))
    }),
    { numRuns: 300 },
  )
})

const policiesOf = (states: readonly (readonly Outcomes[])[]): number[][] =>
  states.reduce<number[][]>(
    (all, choices) => all.flatMap((some) => choices.map((_, c) => [...some, c])),
    [[]],
  )

/** The expected costs from the first state if in each state this choice is made: Gauss’s elimination of v = c + P v, whose pivots are never 0. */
function solved(
  states: readonly (readonly Outcomes[])[],
  costs: readonly number[],
  policy: readonly number[],
): number {
  const size = states.length
  let first = 0
  const rows = states.map((choices, state) => {
    const row = Array<number>(size + 1).fill(0)
    row[state] = 1
    for (const [to, probability] of choices[policy[state]!]!) if (to < size) row[to]! -= probability
    row[size] = costs[first + policy[state]!]!
    first += choices.length
    return row
  })
  for (let pivot = 0; pivot < size; pivot++) {
    for (let other = 0; other < size; other++) {
      if (other === pivot) continue
      const factor = rows[other]![pivot]! / rows[pivot]![pivot]!
      for (let column = 0; column <= size; column++) rows[other]![column]! -= factor * rows[pivot]![column]!
    }
  }
  return rows[0]![size]! / rows[0]![0]!
}
