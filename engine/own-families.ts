/**
 * Families of networks, delays, wake-ups and wrappers of a user's own: `export const wheel = defineTopology({ … })` in a module
 * makes `wheel:spokes=4` a spec like those of the catalogues.
 */
import { InputError } from './errors.ts'
import type { Random } from './random.ts'
import type { Catalogue } from './specs/catalogue.ts'
import type { Entry, ParameterValues } from './specs/entry.ts'
import type { DelayContext, DelayFamily } from './timing/delay-family.ts'
import { delays } from './timing/index.ts'
import { ChannelList } from './topology/channel-list.ts'
import type { TopologyFamily } from './topology/family.ts'
import { topologies } from './topology/index.ts'
import { wakeUps } from './wake-up/index.ts'
import type { WakeUpContext, WakeUpFamily } from './wake-up/wake-up-family.ts'
import { type WrapperDefinition, type WrapperFamily, wrapperFamily, wrappers } from './wrappers/wrapper.ts'

/** What the author of any family says. */
type Described = Pick<Entry, 'name' | 'summary' | 'title' | 'positional'> & {
  /** Default: none. */
  readonly parameters?: Entry['parameters']
}

/** What channels, delays or times are made from: values of the parameters and a source of random numbers. */
interface Making {
  readonly values: ParameterValues
  readonly stream: Random
}

/** The author's part of a family of networks. */
export interface TopologyDefinition extends Described {
  /** Whether it draws random numbers. Default: false. */
  readonly random?: boolean
  /** Null if there is a member with n processors, else what is needed: “an even n”. Default: there always is. */
  sizeProblem?(n: number, values: ParameterValues): string | null
  /** The channels, each a pair of processors from 0 to n − 1, numbered at each processor in this order. */
  channels(making: Making & { readonly n: number }): Iterable<readonly [number, number]>
}

/** The author's part of a family of delays. */
export interface DelayDefinition extends Described {
  /** Whether no delay exceeds 1. Where one may, times are divided by the largest of the run. Default: true. */
  readonly bounded?: boolean
  /** The delay of the next message, above 0. */
  delay(making: Making): number
}

/** The author's part of a rule for waking up. */
export interface WakeUpDefinition extends Described {
  /** Whether it draws random numbers. Default: false. */
  readonly random?: boolean
  /** When each processor wakes by itself: a time from 0 on, or Infinity if only a message wakes it. The earliest is 0. */
  times(context: WakeUpContext): Iterable<number>
}

/** The kinds of families, as manifests name them. */
export const familyKinds = { topology: topologies, delay: delays, wakeup: wakeUps, over: wrappers } as const
/** One of them. */
export type FamilyKind = keyof typeof familyKinds

const kindOfFamily = new WeakMap<Entry, FamilyKind>()

/** Which kind of family of one's own a value is; null if it is none. */
export const ownKind = (value: unknown): FamilyKind | null =>
  typeof value === 'object' && value !== null ? (kindOfFamily.get(value as Entry) ?? markedKind(value)) : null

/** A family of another copy of this code, as in the modules of a page. */
const markedKind = (value: object): FamilyKind | null =>
  (value as { readonly ownFamily?: FamilyKind }).ownFamily ?? null

/** Makes networks of one's own available by the name of their family. Throws an InputError if the name is taken. */
export function defineTopology(given: TopologyDefinition): TopologyFamily {
  assertDescribed('topology', given, 'channels')
  const { random = false, sizeProblem = () => null, parameters = {} } = given
  return add('topology', topologies, {
    ...described(given, parameters),
    random,
    sizeProblem,
    build({ n, values, stream }) {
      const list = new ChannelList(2 * n)
      for (const [u, v] of given.channels({ n, values, stream })) {
        const isOne = [u, v].every((p) => Number.isInteger(p) && p >= 0 && p < n)
        if (!isOne || u === v)
          throw new InputError(
            `topology ${given.name} with n = ${n}: [${u}, ${v}] is no channel between two of the processors 0 to ${n - 1}`,
          )
        list.push(u, v)
      }
      return list.toGraph(n)
    },
  })
}

/** Makes delays of one's own available by the name of their family. Throws an InputError if the name is taken. */
export function defineDelays(given: DelayDefinition): DelayFamily {
  assertDescribed('delay', given, 'delay')
  const { bounded = true, parameters = {} } = given
  return add('delay', delays, {
    ...described(given, parameters),
    create({ values, stream }: DelayContext) {
      return {
        kind: 'independent',
        bounded,
        fill(block) {
          for (let i = 0; i < block.length; i++) {
            const delay = given.delay({ values, stream })
            if (!(delay > 0) || delay === Number.POSITIVE_INFINITY || (bounded && delay > 1))
              throw new InputError(
                `delay ${given.name} gives ${delay}; a delay is above 0 and ${bounded ? 'at most 1, unless bounded: false is declared' : 'finite'}`,
              )
            block[i] = delay
          }
        },
      }
    },
  })
}

/** Makes a wake-up rule of one's own available by its name. Throws an InputError if the name is taken. */
export function defineWakeUp(given: WakeUpDefinition): WakeUpFamily {
  assertDescribed('wake-up', given, 'times')
  const { random = false, parameters = {} } = given
  return add('wakeup', wakeUps, {
    ...described(given, parameters),
    random,
    create(context) {
      const times = Float64Array.from(given.times(context))
      const least = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
      if (times.length !== context.n || least !== 0 || times.some(Number.isNaN))
        throw new InputError(
          `wake-up ${given.name} gives ${times.length} times, the earliest ${least}, for ${context.n} processors; it must give each one, the earliest 0`,
        )
      return times
    },
  })
}

/** Makes a wrapper of one's own available by its name, for `--over`. Throws an InputError if the name is taken. */
export function defineWrapper(given: WrapperDefinition): WrapperFamily {
  assertDescribed('wrapper', given, 'wrap')
  const { takes } = given as { readonly takes?: unknown }
  if (takes !== 'synchronous' && takes !== 'asynchronous')
    throw new InputError(
      `wrapper ${given.name}: takes: expected synchronous or asynchronous, the model of the algorithms that it wraps`,
    )
  const family = wrapperFamily(given)
  add('over', wrappers, family)
  return family
}

/** Makes a family that was defined elsewhere available here. */
export function adoptFamily(value: unknown): void {
  const kind = ownKind(value)
  if (kind !== null) (familyKinds[kind] as unknown as Catalogue<Entry>).add(value as Entry)
}

function described(
  { name, summary, title, positional }: Described,
  parameters: Entry['parameters'],
): Pick<Entry, 'name' | 'summary' | 'title' | 'positional' | 'parameters'> {
  return {
    name,
    summary,
    parameters,
    ...(title !== undefined && { title }),
    ...(positional !== undefined && { positional }),
  }
}

function add<E extends Entry>(kind: FamilyKind, catalogue: Catalogue<E>, entry: E): E {
  const family = { ...entry, ownFamily: kind }
  kindOfFamily.set(family, kind)
  catalogue.add(family)
  return family
}

function assertDescribed(kind: string, given: Described, maker: string): void {
  const { name, summary } = given as { readonly name?: unknown; readonly summary?: unknown }
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name))
    throw new InputError(
      `${kind}: name is ${JSON.stringify(name)}; it must be of small letters, digits and “-”, such as two-cliques`,
    )
  if (typeof summary !== 'string') throw new InputError(`${kind} ${name}: summary: expected a text`)
  if (typeof (given as unknown as Record<string, unknown>)[maker] !== 'function')
    throw new InputError(`${kind} ${name}: ${maker}: expected a function`)
}
