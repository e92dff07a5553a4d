import { type Pace, type Paces, withPaces } from '../../resilience/index.ts'
import { type ScriptChoices, someOf } from './script-choices.ts'

/**
 * Other messages are slow or fast: one, what a step sends to some, all of a channel, all from or to a processor, all between two
 * groups; or fewer are, or others are drawn anew, or what is held up comes at another time.
 */
export function varyPaces(paces: Paces, choices: ScriptChoices): Paces {
  const { stream } = choices
  const { heldUntil, list } = paces
  const pace = (['soon', 'late', 'held'] as const)[stream.integer(heldUntil === null ? 2 : 3)]!
  switch (stream.integer(8)) {
    case 0:
      return { ...paces, seed: stream.integer(3) === 0 ? null : stream.bits() }
    case 1:
      return {
        ...paces,
        list: stream.integer(4) === 0 ? [] : list.toSpliced(stream.integer(list.length + 1), 1),
      }
    case 2:
      if (heldUntil !== null && stream.integer(2) === 0)
        return { ...paces, heldUntil: firstHold << stream.integer(4) }
      return withPaces(paces, ofOne(pace, choices))
    case 3:
      return withPaces(paces, ofStep(pace, choices))
    default:
      return withPaces(paces, ofMany(pace, choices))
  }
}

/** Until this time, twice it, four or eight times, messages are held up: for longer than timers usually run. */
export const firstHold = 16

/** One message. Early ones more often than late ones. */
function ofOne(pace: Pace, choices: ScriptChoices): Paces['list'] {
  const { n, rounds, stream } = choices
  const turn = stream.integer(1 + stream.integer(rounds))
  return among([stream.integer(n)], [stream.integer(n)], pace, turn)
}

/** What a step of a processor sends to some others. Early steps more often than late ones. */
function ofStep(pace: Pace, choices: ScriptChoices): Paces['list'] {
  const { n, sending = [], stream } = choices
  const sender = stream.integer(n)
  const own = sending[sender] ?? []
  if (own.length === 0) return []
  const { sent } = own[stream.integer(1 + stream.integer(own.length))]!
  const some = someOf(n, sender, stream)
  return sent
    .filter(({ receiver }) => some.includes(receiver))
    .map(({ receiver, turn }) => ({ sender, receiver, turn, pace }))
}

/** All messages of a channel, from or to a processor, or between two groups. */
function ofMany(pace: Pace, choices: ScriptChoices): Paces['list'] {
  const { n, stream } = choices
  const all = Array.from({ length: n }, (_, one) => one)
  const p = stream.integer(n)
  switch (stream.integer(4)) {
    case 0:
      return among([p], [stream.integer(n)], pace)
    case 1:
      return among([p], all, pace)
    case 2:
      return among(all, [p], pace)
    default: {
      const group = [p, ...someOf(n, p, stream)]
      const rest = all.filter((one) => !group.includes(one))
      return [...among(group, rest, pace), ...among(rest, group, pace)]
    }
  }
}

const among = (
  senders: readonly number[],
  receivers: readonly number[],
  pace: Pace,
  turn: number | null = null,
): Paces['list'] =>
  senders.flatMap((sender) =>
    receivers.filter((receiver) => receiver !== sender).map((receiver) => ({ sender, receiver, turn, pace })),
  )
