import { InputError } from '../../../errors.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import type { Choice } from '../../schedules/play.ts'
import { assertAsynchronous } from './assert-asynchronous.ts'
import { bivalentAfter } from './bivalent-after.ts'
import { decisionsIn, type MessageConfiguration, MessageWorld, type Pending } from './message-world.ts'
import { type Explored, exploreDecisions, Valency } from './valency.ts'

/** An initial configuration, and what can be decided from it. */
interface InitialValency extends Explored {
  readonly values: readonly number[]
}

/** What the adversary of Fischer, Lynch and Paterson has come to. */
export interface Undecided {
  readonly n: number
  /** From all inputs 0 to all inputs 1, one after the other. */
  readonly initial: readonly InitialValency[]
  /**
   * `undecided`: both values can still be decided after the schedule; `blocked`: once one processor takes no step any more,
   * nobody decides; `disagree`: two values are decided.
   */
  readonly outcome: 'undecided' | 'blocked' | 'disagree'
  readonly values: readonly number[]
  /** After all have woken. */
  readonly schedule: readonly Choice[]
  /**
   * Where it is blocked: who takes no step, after how many events, null if it does not even wake; and whether all configurations
   * without it were seen.
   */
  readonly blocked: {
    readonly processor: number
    readonly after: number | null
    readonly explored: Explored
  } | null
  /** After how many more events each value can be decided. */
  readonly ahead: Readonly<Record<number, number>>
  /** Whether the schedule is shorter than it was to be, since it would have taken too many steps to find the rest. */
  readonly cut: boolean
}

interface UndecidedOptions {
  /** How long the schedule is to be. */
  readonly events: number
  /** Configurations that are gone through from each initial one. */
  readonly states: number
  /** Steps that are computed to find the schedule. Default: 3,000,000. */
  readonly steps?: number
}

/**
 * The proof of Fischer, Lynch and Paterson against an algorithm (Attiya & Welch, section 5.3): finds inputs from which
 * both 0 and 1 can be decided; then, in turn, lets every processor process the oldest of its messages, after other events if
 * need be, such that both can still be decided. If that cannot be, one processor holds the decision, and when it crashes
 * nobody ever decides. Throws an InputError where the theorem says nothing.
 */
export function stayUndecided(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  options: UndecidedOptions,
): Undecided {
  assertAsynchronous(algorithm)
  const world = new MessageWorld(algorithm, instance)
  const valency = new Valency(world)
  const { n } = instance.network
  const initial = Array.from({ length: n + 1 }, (_, ones) => {
    const values = Array.from({ length: n }, (_, p) => (p >= n - ones ? 1 : 0))
    return valencyOf(world, valency, values, options.states)
  })
  const plain = { n, initial }
  const start = initial.find(({ decisions }) => decisions.length > 1)
  if (start === undefined) return { ...plain, ...blockedAtOnce(world, valency, initial, options) }
  return {
    ...plain,
    values: start.values,
    ...walk(world, valency, world.awake(start.values), options),
  }
}

/** Schedules that are tried may find two decisions; else all configurations are gone through, as far as that goes. */
function valencyOf(
  world: MessageWorld,
  valency: Valency,
  values: readonly number[],
  states: number,
): InitialValency {
  const start = world.awake(values)
  const reached = valency.of(start)
  if (reached.size > 1)
    return { values, decisions: [...reached.keys()].sort(), configurations: 0, exhausted: false }
  const explored = exploreDecisions(world, start, states)
  const decisions = [...new Set([...explored.decisions, ...reached.keys()])].sort()
  return { ...explored, values, decisions }
}

type Walked = Omit<Undecided, 'n' | 'initial' | 'values'>

/** Where it is blocked, or two values are decided, all that there is to see was seen. */
const whole = { ahead: {}, cut: false } as const

/** Two inputs that differ at one processor and lead to different decisions: without it, the two are the same. */
function blockedAtOnce(
  world: MessageWorld,
  valency: Valency,
  initial: readonly InitialValency[],
  options: UndecidedOptions,
): Walked & Pick<Undecided, 'values'> {
  const i = initial.findIndex(({ decisions }, at) => at > 0 && decisions[0] !== initial[at - 1]!.decisions[0])
  if (i < 0) throw new InputError('all inputs lead to the same decision, or to none; this is no consensus')
  const processor = world.n - i
  const { values } = initial[i]!
  const start = world.initially(values)
  return { values, ...blocked(world, valency, start, null, processor, options) }
}

function walk(
  world: MessageWorld,
  valency: Valency,
  start: MessageConfiguration,
  options: UndecidedOptions,
): Walked {
  let at = start
  let cut = false
  const schedule: Pending[] = []
  const last = world.steps + (options.steps ?? 3_000_000)
  for (let turn = 0; schedule.length < options.events && !cut; turn++) {
    const p = turn % world.n
    const oldest = world.ready(at).find(({ processor }) => processor === p)
    if (oldest === undefined) {
      if (at.pending.length === 0)
        throw new InputError('nothing is in transit any more, and nobody has decided')
      continue
    }
    const path = bivalentAfter(world, valency, at, oldest, last)
    if (path === 'unknown') {
      cut = true
      continue
    }
    if (path === null) return blocked(world, valency, at, schedule, p, options)
    for (const event of path) at = world.after(at, event)
    schedule.push(...path)
    if (decisionsIn(at).length > 1) return { outcome: 'disagree', schedule, blocked: null, ...whole }
  }
  if (schedule.length === 0)
    throw new InputError(
      `${world.n} processors are too many: in ${world.steps.toLocaleString('en')} steps no event was found that leaves both decisions open; take fewer`,
    )
  const ahead = [...valency.of(at)].map(([value, { path }]) => [value, path.length])
  return { outcome: 'undecided', schedule, blocked: null, ahead: Object.fromEntries(ahead), cut }
}

/** Without one processor nobody decides: all configurations are gone through, and the execution goes on for a while. */
function blocked(
  world: MessageWorld,
  valency: Valency,
  start: MessageConfiguration,
  before: readonly Pending[] | null,
  processor: number,
  { events, states }: UndecidedOptions,
): Walked {
  const explored = exploreDecisions(world, start, states, processor)
  if (explored.decisions.length > 0 || valency.of(start, processor).size > 0)
    throw new InputError(
      `after ${before?.length ?? 0} events no schedule was found that leaves both decisions open, though the others decide without p_${processor}; it takes a longer search`,
    )
  const schedule = [...(before ?? [])]
  let at = start
  for (;;) {
    const next = world.ready(at).find((one) => one.processor !== processor)
    if (next === undefined || schedule.length >= events) break
    schedule.push(next)
    at = world.after(at, next)
  }
  return {
    ...{ outcome: 'blocked', schedule, ...whole },
    blocked: { processor, after: before?.length ?? null, explored },
  }
}
