import { InputError } from '../../../engine/index.ts'
import { groupBy } from '../../group-by.ts'
import type { Group, GroupKey, Results } from '../../statistics/groups.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { type Dimension, dimensions, specOf } from '../../wording/dimensions.ts'
import { count } from '../../wording/numbers.ts'
import { circumstanceWithout, headingWithout, keyWithout } from './key-without.ts'
import { type Swept, sweptIn, sweptNamed } from './swept.ts'

/** What lies along the two sides of a map, and what is then left to tell its panels apart. */
type Sides = readonly [x: Swept, y: Swept]

/** The sides as someone asks for them, each as `sweptNamed` reads it; undefined: chosen among what the sweep varies. */
export interface AskedSides {
  readonly x: string | undefined
  readonly y: string | undefined
}

/** Throws an InputError unless the sides of this kind of map are two different things that a sweep can vary. */
export function checkSides({ x, y }: AskedSides, kind: string): void {
  for (const [side, name] of Object.entries({ x, y }))
    try {
      if (name !== undefined) sweptNamed(name)
    } catch (error) {
      throw error instanceof InputError ? new InputError(`chart ${kind}: ${side}: ${error.message}`) : error
    }
  if (x !== undefined && x === y) throw new InputError(`chart ${kind}: x and y are both ${x}`)
}

/** The sides that are asked for; for those that are not, the first of what is varied. */
export function sidesOf(groups: readonly Group[], asked: AskedSides): Sides | null {
  const given = { x: named(asked.x), y: named(asked.y) }
  const free = sweptIn(groups).filter(({ name }) => name !== given.x?.name && name !== given.y?.name)
  const x = given.x ?? free.shift()
  const y = given.y ?? free.shift()
  return x === undefined || y === undefined ? null : [x, y]
}

const named = (name: string | undefined): Swept | undefined =>
  name === undefined ? undefined : sweptNamed(name)

/** The groups of the size that most of them have; the largest such. */
export function atOneSize(groups: readonly Group[]): Group[] {
  const bySize = [...groupBy(groups, ({ key }) => String(key.n)).values()]
  const fuller = (a: Group[], b: Group[]) => b.length - a.length || (b[0]?.key.n ?? 0) - (a[0]?.key.n ?? 0)
  return bySize.sort(fuller)[0] ?? []
}

/** The dimensions that are no side of the map. A number in their specs may be one all the same. */
const othersThan = (sides: Sides): Dimension[] =>
  dimensions.filter((one) => sides.every(({ dimension }) => dimension !== one))

/** What the cells of one panel have in common, as a key. */
export function settingOf(key: GroupKey, sides: Sides): string {
  const rest = keyWithout(key, sides)
  return JSON.stringify(othersThan(sides).map((dimension) => specOf(rest, dimension)))
}

/** What all cells have in common, and what the panel of a cell is called. */
export function wordsFor(groups: readonly Group[], sides: Sides, { manifest }: Results) {
  const rests = groups.map(({ key }) => keyWithout(key, sides))
  const others = othersThan(sides)
  const varied = others.filter((one) => new Set(rests.map((rest) => specOf(rest, one))).size > 1)
  const fixed = others.filter((one) => one !== 'algorithm' && !varied.includes(one))
  const { key: first } = groups[0]!
  const words = [
    ...fixed.map((one) => circumstanceWithout(first, one, sides, manifest)),
    sides.some(({ name }) => name === 'n') ? '' : `n = ${count(first.n)}`,
  ]
  return {
    setting: capitalised(words.filter((word) => word !== '').join('; ')),
    headerOf: ({ key }: Group) => varied.map((one) => headingWithout(key, one, sides, manifest)).join(', '),
  }
}
