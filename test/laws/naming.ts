/** The laws of what the entries of a catalogue are called. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Catalogue } from '../../engine/specs/catalogue.ts'
import { type Entry, type Parameter, spelled } from '../../engine/specs/entry.ts'
import { parameterTitle, titleOf } from '../../engine/specs/words.ts'
import fc from '../helpers/property.ts'

/** Undefined: left out. */
type Value = number | string | undefined

/** Registers the laws as tests of every entry of a catalogue. */
export function namingLaws(catalogue: Catalogue<Entry>): void {
  const { kind, entries } = catalogue

  test(`every ${kind} has a title of its own, and so has each of its parameters`, () => {
    assertDistinct(entries.map(titleOf))
    for (const entry of entries)
      assertDistinct(Object.keys(entry.parameters).map((key) => parameterTitle(entry, key)))
  })

  test(`a ${kind} has other words than its siblings, whatever their parameters`, () => {
    const members = fc.tuple(...entries.map(memberOf))
    fc.assert(
      fc.property(members, (specs) => assertDistinct(specs.map((spec) => catalogue.wordsFor(spec)))),
      { numRuns: 50 },
    )
  })

  for (const entry of entries)
    for (const [key, parameter] of Object.entries(entry.parameters))
      test(`the words for the ${kind} ${entry.name} tell one ${key} from another`, () => {
        const two = fc.uniqueArray(someValue(entry, parameter), { minLength: 2, maxLength: 2 })
        fc.assert(
          fc.property(two, (values) => {
            const specs = values.map((value) => spelled(entry, { ...neededBy(entry), [key]: value }))
            assertDistinct(specs.map((spec) => catalogue.wordsFor(spec)))
          }),
        )
      })

  test(`the words for what is no ${kind} are its spelling`, () => {
    const { name } = entries.find(({ positional }) => positional === undefined)!
    for (const spec of ['', 'of-another-version', `${name}:of=another`, `${name}:of-another`])
      assert.equal(catalogue.wordsFor(spec), spec)
  })
}

/** A spec of an entry: bare, or with some of its parameters. No file is in the formats of two entries. */
function memberOf(entry: Entry): fc.Arbitrary<string> {
  const values = Object.entries(entry.parameters).map(([key, parameter]) => [
    key,
    someValue(entry, parameter),
  ])
  const some: fc.Arbitrary<Record<string, Value>> = fc.record(Object.fromEntries(values), {
    requiredKeys: [],
  })
  return some.map((given) => spelled(entry, { ...neededBy(entry), ...given }))
}

/** Entries that read a file need its path. */
function neededBy(entry: Entry): Record<string, string> {
  const paths = Object.entries(entry.parameters).filter(([, one]) => one.kind === 'text' && one.isPath)
  return Object.fromEntries(paths.map(([key]) => [key, `of-${entry.name}.csv`]))
}

function someValue(entry: Entry, parameter: Parameter): fc.Arbitrary<Value> {
  if (parameter.kind === 'text') {
    if (parameter.choices !== undefined)
      return fc.constantFrom(...parameter.choices, ...(parameter.choices.length === 1 ? [undefined] : []))
    const text = fc.stringMatching(/^[a-z]{1,8}$/)
    return parameter.isPath ? text.map((name) => `data/${name}-of-${entry.name}.csv`) : text
  }
  const { kind, min = -1000, max = min + 2000, aboveMin } = parameter
  const from = aboveMin ? min + 1e-6 : min
  return kind === 'integer'
    ? fc.integer({ min, max })
    : fc.double({ min: from, max, noNaN: true }).map((value) => value + 0)
}

function assertDistinct(words: readonly string[]): void {
  const repeated = words.filter((one, i) => words.indexOf(one) < i)
  assert.deepEqual(repeated, [])
}
