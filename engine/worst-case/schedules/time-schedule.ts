import type { RecordedEvent, RecordedSending } from '../../executions/format.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Crossing } from '../../model/index.ts'
import { latestLevels } from './latest-levels.ts'
import { type Choice, INVOKES, type Play, type PlayedStep, play, WAKES, type WakeUps } from './play.ts'

/** A schedule with times, as late as delays of at most 1 allow. */
export interface TimedSchedule {
  readonly events: readonly RecordedEvent[]
  /** When each processor wakes by itself; Infinity if it never does. */
  readonly wakeTimes: Float64Array
  readonly messages: number
  /** What the time of the schedule comes as close to as one likes; the events come within 10⁻⁶ of it. */
  readonly time: number
}

/** The timed execution of a schedule: `play`, then `timePlay`. The first `hurried` steps happen at once. */
export function timeSchedule(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  choices: Iterable<Choice>,
  wakeUps: WakeUps,
  hurried = 0,
): TimedSchedule {
  return timePlay(play(algorithm, instance, choices, wakeUps), undefined, hurried)
}

/**
 * The timed execution of a schedule that ends as late as possible. Steps of one processor that have the same time
 * become one computation event where that handles their messages in the same order.
 *
 * If messages are still in transit at the end, the execution is cut off there: each step then has a time of its own, so
 * that the events are those of the schedule and no others, and what is in transit arrives later; `next` first, if
 * given.
 */
export function timePlay(played: Play, next?: number, hurried = 0): TimedSchedule {
  const { inTransit } = played
  const rest = next === undefined ? inTransit : [next, ...inTransit.filter((id) => id !== next)]
  const whole = { ...played, steps: [...played.steps, ...rest.map((id) => lastStep(played, id))] }
  const levels = latestLevels(whole, hurried)
  const advances = necessaryAdvances(whole, levels, rest.length > 0)
  const most = advances.reduce((a, b) => Math.max(a, b), 1)
  // A power of two, so that times and their differences are exact.
  const unit = 2 ** -(20 + Math.ceil(Math.log2(most)))
  const times = Float64Array.from(levels, (level, i) => level - unit * advances[i]!)
  let time = 0
  for (const [i, { message }] of played.steps.entries()) if (message >= 0) time = levels[i]!
  return { ...eventsAt(played, times, stepsOf(whole)), messages: played.messages.length, time }
}

/** The processing of a message after the end of a schedule, for its time alone. */
const lastStep = ({ messages }: Play, message: number): PlayedStep => {
  const { receiver: processor } = messages[message]!
  return { processor, message, firstSent: messages.length, sends: 0, terminates: false, crossings: [] }
}

/**
 * By how many small units each step must come before its latest time, so that what must be strict is: a message takes
 * time, steps of one processor that cannot be one event follow each other, and what crosses interfaces does so in the order
 * of the schedule. The least such numbers.
 *
 * A step that processes a message one unit after its sending must come as much earlier as the sender does; that is
 * known when its turn comes, since the levels are gone through in order, and the steps of one level backwards. With
 * `strict`, no two steps have the same time, but for wake-ups at 0.
 */
function necessaryAdvances(played: Play, levels: Int32Array, strict: boolean): Uint32Array {
  const { steps, messages } = played
  const processedIn = stepsOf(played)
  const advances = new Uint32Array(steps.length)
  for (let end = 0; end < steps.length; ) {
    const begin = end
    while (end < steps.length && levels[end] === levels[begin]) end++
    const next = new Map<number, number>()
    let crossing: number | null = null
    for (let i = end - 1; i >= begin; i--) {
      const { processor, message, firstSent, sends, crossings } = steps[i]!
      const later = next.get(processor)
      next.set(processor, i)
      let advance = strict && i + 1 < end && levels[i]! > 0 ? advances[i + 1]! + 1 : 0
      if (message >= 0 && levels[messages[message]!.sentIn]! < levels[i]!)
        advance = Math.max(advance, advances[messages[message]!.sentIn]!)
      if (crossings.length > 0) {
        if (crossing !== null)
          advance = Math.max(
            advance,
            advances[crossing]! + (steps[crossing]!.processor === processor ? 0 : 1),
          )
        crossing = i
      }
      if (later !== undefined)
        advance = Math.max(advance, advances[later]! + (canBeOne(played, i, later) ? 0 : 1))
      for (let id = firstSent; id < firstSent + sends; id++)
        if (levels[processedIn[id]!] === levels[i])
          advance = Math.max(advance, advances[processedIn[id]!]! + 1)
      advances[i] = advance
    }
  }
  return advances
}

/** The step in which each message is processed. */
function stepsOf({ steps, messages }: Play): Int32Array {
  const processedIn = new Int32Array(messages.length).fill(-1)
  for (const [i, { message }] of steps.entries()) if (message >= 0) processedIn[message] = i
  return processedIn
}

/** Whether a computation event handles the messages of two steps in their order: by channel, then by sending. */
function canBeOne({ steps, messages }: Play, earlier: number, later: number): boolean {
  const [a, b] = [steps[earlier]!.message, steps[later]!.message]
  if (a === WAKES || b === WAKES) return a === WAKES && b !== WAKES
  if (a === INVOKES || b === INVOKES) return a !== INVOKES
  const [channelA, channelB] = [messages[a]!.from, messages[b]!.from]
  return channelA < channelB || (channelA === channelB && a < b)
}

/** The computation events of the steps at these times, with messages numbered anew in the order of events. */
function eventsAt(
  played: Play,
  times: Float64Array,
  processedIn: Int32Array,
): Pick<TimedSchedule, 'events' | 'wakeTimes'> {
  const { steps, messages } = played
  const wakeTimes = new Float64Array(played.final.status.length).fill(Number.POSITIVE_INFINITY)
  const order = Uint32Array.from(steps.keys()).sort(
    (a, b) => times[a]! - times[b]! || steps[a]!.processor - steps[b]!.processor || a - b,
  )
  const numbers = new Uint32Array(messages.length)
  let sent = 0
  for (const i of order)
    for (let id = steps[i]!.firstSent; id < steps[i]!.firstSent + steps[i]!.sends; id++) numbers[id] = sent++
  const events: Draft[] = []
  for (const i of order) {
    const { processor, message, firstSent, sends, terminates, crossings } = steps[i]!
    const time = times[i]!
    const latest = events.at(-1)
    const joins = latest?.time === time && latest.processor === processor
    const event = joins
      ? latest
      : { time, processor, wakes: false, processed: [], sent: [], crossings: [], terminates: false }
    if (!joins) events.push(event)
    if (message === WAKES) {
      event.wakes = true
      wakeTimes[processor] = time
    } else if (message >= 0) event.processed.push(numbers[message]!)
    event.crossings.push(...crossings)
    for (let id = firstSent; id < firstSent + sends; id++)
      event.sent.push({ ...messages[id]!.sending, arrival: times[processedIn[id]!]! })
    event.terminates ||= terminates
  }
  return { events, wakeTimes }
}

/** A computation event that is still being put together. */
interface Draft extends RecordedEvent {
  wakes: boolean
  readonly processed: number[]
  readonly sent: RecordedSending[]
  readonly crossings: Crossing[]
  terminates: boolean
}
