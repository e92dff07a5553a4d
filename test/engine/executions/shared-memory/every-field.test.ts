import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atomicSnapshot, mcsLock, petersonLock, registerMwmr } from '../../../../algorithms/index.ts'
import { type AnySharedAlgorithm, InputError } from '../../../../engine/index.ts'
import { recordedRun, verified } from '../../../helpers/shared-record.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Where in a line something was changed, and the line with the change. */
interface Planted {
  readonly path: string
  readonly text: string
}

/** Each value in a line changed in several ways, and each left out. */
function* planted(text: string): Generator<Planted> {
  for (const keys of placesIn(JSON.parse(text) as Json)) {
    const path = keys.join('.')
    const value = at(JSON.parse(text) as Json, keys)
    for (const other of othersThan(value)) {
      const root = JSON.parse(text) as Json
      const parent = at(root, keys.slice(0, -1)) as { [key: string]: Json }
      const last = keys.at(-1)!
      if (other !== undefined) parent[last] = other
      else if (Array.isArray(parent)) parent.splice(Number(last), 1)
      else delete parent[last]
      yield { path: `${path} → ${JSON.stringify(other)}`, text: JSON.stringify(root) }
    }
  }
}

function placesIn(value: Json): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...placesIn(inner).map((rest) => [key, ...rest]),
  ])
}

const at = (root: Json, keys: readonly string[]): Json =>
  keys.reduce((value, key) => (value as { [key: string]: Json })[key]!, root)

function othersThan(value: Json): (Json | undefined)[] {
  const numbers = typeof value === 'number' ? [value + 1, value - 1, 0, 7] : [1]
  const texts =
    typeof value === 'string' ? [`${value}x`, 'read', 'write', 'release', 'turn', 'budget', 'held'] : ['x']
  return [...numbers, ...texts, !value, undefined, ...(value === null ? [] : [null])].filter(
    (other) => JSON.stringify(other) !== JSON.stringify(value),
  )
}

/** Changes that say the same as before, or are about what nothing depends on. */
const harmless: readonly RegExp[] = [
  // Remarks.
  /^(module|scheduler|seed|end\.detail) /,
  // Absent is the same as the value by default.
  /^(variables\.\d+\.(offers|writers|readers|home|max)|doorway_ends|repeats_from|waits) → undefined$/,
  /^timed → (undefined|null)$/,
  /^end\.(property|processor|shows|time) → undefined$/,
  /^end\.measures\.(bits|solo|operations\.(by_name\.\w+\.)?(all|solo)) → undefined$/,
  // A file need not state claims.
  /^end\.claims → (undefined|null)$/,
  // Times may be others, within their bounds.
  /^t → /,
]

/** The texts of those changes that the record is accepted with. */
function accepted(algorithm: AnySharedAlgorithm, lines: readonly string[]): string[] {
  return lines.flatMap((line, index) =>
    [...planted(line)].flatMap(({ path, text }) => {
      const found = verdictOn(algorithm, lines.with(index, text))
      const isStep = index > 0 && index < lines.length - 1
      if (found !== null) {
        // What is wrong with a step is said of that step, by its line.
        if (isStep) assert.match(found, new RegExp(`^line ${index + 1}(,|:)`), `${path}: ${found}`)
        return []
      }
      return harmless.some((pattern) => pattern.test(path)) ? [] : [`line ${index + 1}, ${path}`]
    }),
  )
}

/** What is wrong with a record, with the line; null if nothing is. */
function verdictOn(algorithm: AnySharedAlgorithm, lines: readonly string[]): string | null {
  try {
    const { first_error } = verified(algorithm, lines)
    if (first_error === null) return null
    return `line ${first_error.line}${first_error.event === null ? '' : `, ${first_error.event}`}: ${first_error.problem}`
  } catch (error) {
    assert.ok(error instanceof InputError, String(error))
    return error.message.replace(/^record, /, '')
  }
}

test('each field of each line of a record, changed or left out, is noticed', () => {
  const lines = recordedRun(petersonLock, { n: 2, scheduler: 'round-robin', passages: 2, seed: 1 })
  assert.deepEqual(accepted(petersonLock, lines), [])
})

test('so it is where steps have times, read-modify-write operations and local variables', () => {
  const lines = recordedRun(mcsLock, { n: 2, scheduler: 'timed', passages: 1, seed: 2 })
  assert.ok(lines.some((line) => line.includes('"state"')))
  assert.ok(lines.some((line) => line.includes('"compareAndSwap"')))
  assert.deepEqual(accepted(mcsLock, lines), [])
})

for (const [object, operations] of [
  [atomicSnapshot, 1],
  [registerMwmr, 2],
] as const)
  test(`so it is of ${object.name}: what is asked and answered, data, and what operations cost`, () => {
    const lines = recordedRun(object, {
      n: 2,
      scheduler: 'random',
      workload: `closed:operations=${operations}`,
      seed: 3,
    })
    assert.ok(lines.some((line) => /"before":\{/.test(line)))
    assert.deepEqual(accepted(object, lines), [])
  })

test('a step that is left out, taken twice, or taken by the other one is noticed', () => {
  const lines = recordedRun(petersonLock, { n: 2, scheduler: 'round-robin', passages: 2, seed: 1 })
  for (let index = 1; index < lines.length - 1; index++) {
    const without = verdictOn(petersonLock, lines.toSpliced(index, 1))
    const twice = verdictOn(petersonLock, lines.toSpliced(index, 0, lines[index]!))
    assert.match(without!, /^line \d+/)
    assert.match(twice!, /^line \d+/)
  }
})

test('a step comes at most one unit after the last one of its processor, and not before the one ahead of it', () => {
  const lines = recordedRun(petersonLock, { n: 2, scheduler: 'timed', passages: 1, seed: 1 })
  const changed = (time: number) =>
    verdictOn(petersonLock, lines.with(5, lines[5]!.replace(/"t":[\d.]+/, `"t":${time}`)))
  assert.match(changed(9)!, /^line 6, step 5, of p_\d, .* it is taken at 9, more than one unit after/)
  assert.match(changed(0)!, /^line 6, step 5, .* it is taken at 0, before the one ahead of it/)
})

test('a file that is cut off or goes on after its end is refused with the line', () => {
  const lines = recordedRun(petersonLock, { n: 2, scheduler: 'round-robin', passages: 1, seed: 1 })
  assert.match(verdictOn(petersonLock, lines.slice(0, -1))!, /the file is cut off here/)
  assert.match(verdictOn(petersonLock, [...lines, lines[1]!])!, /there is something after the end/)
})
