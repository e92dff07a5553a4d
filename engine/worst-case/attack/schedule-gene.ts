import type { Random } from '../../random.ts'
import type { Key } from '../schedule-view.ts'
import type { Gene, Space } from './gene.ts'
import { rules } from './rules.ts'

/** How an adversary schedules: a rule, and what is more or less urgent than the rule says. */
export interface Scheduling {
  readonly rule: number
  readonly seed: number
  /** By the receiver's slot: messages of greater class wait for all of smaller. Null: all have class 0. */
  readonly classes: Int8Array | null
  /**
   * What is added to the class of single messages, by turn · slots + slot: whatever changes elsewhere, they stay the same.
   */
  readonly exceptions: ReadonlyMap<number, number>
}

/** The key by which a schedule picks. */
export function keyOf({ rule, seed, classes, exceptions }: Scheduling): Key {
  const { key } = rules[rule]!
  if (classes === null && exceptions.size === 0) return (view, message) => key(view, message, seed)
  return (view, message) => {
    const slot = view.slotOf(message)
    const own = classes === null ? 0 : classes[slot]!
    const added = exceptions.size === 0 ? 0 : (exceptions.get(view.turnOf(message) * view.slots + slot) ?? 0)
    return key(view, message, seed) + (own + added) * 2 ** 39
  }
}

const randomRule = rules.findIndex(({ name }) => name === 'random')

const plain = (rule: number): Scheduling => ({ rule, seed: 0, classes: null, exceptions: new Map() })

/** The order of events where it is not chosen: that of sending. */
export const givenScheduling: Scheduling = plain(rules.findIndex(({ name }) => name === 'first-sent'))

/** The order of events. */
export const scheduleGene: Gene<Scheduling> = {
  natural: () => rules.map((_, rule) => plain(rule)),
  sampled: (_, random) => ({ ...plain(randomRule), seed: random.bits() }),

  varied(scheduling, space, random, { sentOver }) {
    const kind = random.integer(8)
    if (kind === 0) return { ...scheduling, rule: random.integer(rules.length), seed: random.bits() }
    if (kind === 1) return plain(scheduling.rule)
    if (kind <= 4) return { ...scheduling, classes: reclassed(scheduling.classes, space, random) }
    const exceptions = new Map(scheduling.exceptions)
    const message = anyMessage(sentOver, random)
    if (!exceptions.delete(message)) exceptions.set(message, random.integer(2) === 0 ? -1 : 1)
    return { ...scheduling, exceptions }
  },

  crossed: (a, b, _, random) => ({
    rule: a.rule,
    seed: a.seed,
    classes: random.integer(2) === 0 ? a.classes : b.classes,
    exceptions: random.integer(2) === 0 ? a.exceptions : b.exceptions,
  }),
}

/** One of the messages, all alike, by its turn and its slot. */
function anyMessage(sentOver: Uint32Array, random: Random): number {
  const sent = sentOver.reduce((a, b) => a + b, 0)
  let turn = random.integer(Math.max(1, sent))
  let slot = 0
  while (slot < sentOver.length - 1 && turn >= sentOver[slot]!) turn -= sentOver[slot++]!
  return turn * sentOver.length + slot
}

/** One slot, all slots of a processor, or all that lead to or from one have another class. */
function reclassed(classes: Int8Array | null, { graph }: Space, random: Random): Int8Array {
  const changed = classes?.slice() ?? new Int8Array(2 * graph.m)
  const processor = random.integer(graph.n)
  const first = graph.firstSlot(processor)
  const degree = graph.degree(processor)
  const level = random.integer(3) - 1
  const kind = degree === 0 ? 0 : random.integer(3)
  if (kind === 0) changed[random.integer(Math.max(1, changed.length))] = level
  else if (kind === 1) changed.fill(level, first, first + degree)
  else
    for (let channel = 0; channel < degree; channel++) {
      const neighbor = graph.neighbor(processor, channel)
      changed[graph.firstSlot(neighbor) + graph.mirror(processor, channel)] = level
    }
  return changed
}
