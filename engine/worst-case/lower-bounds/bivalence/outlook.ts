import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import { type MessageConfiguration, MessageWorld, type Pending } from './message-world.ts'
import type { Undecided } from './stay-undecided.ts'
import { exploreDecisions, Valency } from './valency.ts'

/** What can be decided from a configuration, as far as is known. */
export interface KnownValency {
  /** In ascending order; each was reached. */
  readonly decisions: readonly number[]
  /** Whether there are no others: there are two already, or all configurations that can be reached were gone through. */
  readonly proven: boolean
}

/** One of the events that may come next: the oldest message of its channel, or the one that does come. */
export interface Prospect {
  readonly processor: number
  /** Whose message it processes; its own number: it wakes. */
  readonly sender: number
  /** Whether the schedule takes it. */
  readonly chosen: boolean
  /** What can be decided after it. */
  readonly after: KnownValency
}

/** What could have been decided along a schedule that keeps everything open. */
export interface Outlook {
  /** The initial configurations, from all inputs 0 to all inputs 1. */
  readonly initial: readonly (KnownValency & { readonly values: readonly number[] })[]
  /** The inputs of the schedule. */
  readonly values: readonly number[]
  /** The configurations of the schedule before each of its first events, with all that may come next, by processor. */
  readonly steps: readonly { readonly now: KnownValency; readonly next: readonly Prospect[] }[]
}

/**
 * Looks at the first events of a schedule of `stayUndecided`: what can be decided before each of them, and what it would be
 * after any other event in its place. From where one value alone is found, `states` configurations are gone through.
 */
export function outlookOf(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  { initial, values, schedule, blocked }: Undecided,
  { events, states }: { readonly events: number; readonly states: number },
): Outlook {
  const world = new MessageWorld(algorithm, instance)
  const known = knowing(world, states)
  const asleep = blocked !== null && blocked.after === null
  let at = asleep ? world.initially(values) : world.awake(values)
  const steps: Outlook['steps'][number][] = []
  for (const choice of schedule.slice(0, events)) {
    const ready = world.ready(at)
    const chosen = ready.find(
      ({ processor, message }) => processor === choice.processor && message === choice.message,
    )!
    const next = foremost(ready, chosen).map((event) => ({
      processor: event.processor,
      sender: event.sender,
      chosen: event === chosen,
      after: known(world.after(at, event)),
    }))
    steps.push({ now: known(at), next })
    at = world.after(at, chosen)
  }
  return {
    initial: initial.map(({ values, decisions, exhausted }) => ({
      ...{ values, decisions },
      proven: exhausted || decisions.length > 1,
    })),
    values,
    steps,
  }
}

/** Of each channel one event, by processor and sender: the chosen one, or the oldest. */
function foremost(ready: readonly Pending[], chosen: Pending): readonly Pending[] {
  const byChannel = new Map<string, Pending>()
  for (const event of [chosen, ...ready]) {
    const channel = `${event.processor} ${event.sender}`
    if (!byChannel.has(channel)) byChannel.set(channel, event)
  }
  return [...byChannel.values()].sort((a, b) => a.processor - b.processor || a.sender - b.sender)
}

/** Tells what can be decided from configurations; remembers those that it was asked for. */
function knowing(world: MessageWorld, states: number): (at: MessageConfiguration) => KnownValency {
  const valency = new Valency(world)
  const remembered = new Map<string, KnownValency>()
  const find = (at: MessageConfiguration): KnownValency => {
    const reached = valency.of(at)
    const explored = reached.size > 1 ? null : exploreDecisions(world, at, states)
    const decisions = [...new Set([...reached.keys(), ...(explored?.decisions ?? [])])].sort((a, b) => a - b)
    return { decisions, proven: decisions.length > 1 || explored?.exhausted === true }
  }
  return (at) => {
    const text = world.textOf(at)
    const found = remembered.get(text) ?? find(at)
    remembered.set(text, found)
    return found
  }
}
