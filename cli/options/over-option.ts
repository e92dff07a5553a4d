import { InputError, wrappers } from '../../engine/index.ts'
import { type Explorable, explorable } from '../../experiments/index.ts'
import type { InstanceOptions } from './instance-options.ts'
import { splitSpecs } from './specs.ts'

/** What an exploration goes through, and the wrappers in which the algorithm runs: `--over graphs,alpha`. */
export function overOf({ over = [] }: InstanceOptions): {
  readonly over: Explorable[]
  readonly wrappers: string[]
} {
  const parts = [over]
    .flat()
    .flatMap(splitSpecs)
    .filter((part) => part !== '')
  const named = (text: string) => explorable.find((name) => name === text)
  const others = parts.filter((part) => named(part) === undefined)
  for (const part of others) {
    const name = part.split(/[:+]/, 1)[0]!
    if (!part.includes('#') && !wrappers.entries.some((one) => one.name === name))
      throw new InputError(
        `--over has no “${part}”; there are ${explorable.join(', ')}, and the wrappers ${wrappers.entries.map((one) => one.name).join(', ')}`,
      )
  }
  if (others.length > 1)
    throw new InputError(
      `--over: ${others.join(', ')}: join several wrappers by +, as in ${others.join('+')}`,
    )
  return { over: parts.flatMap((part) => named(part) ?? []), wrappers: others }
}
