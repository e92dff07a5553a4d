import type { Paces } from '../../resilience/index.ts'
import { type ScriptChoices, someOf } from './script-choices.ts'

/** Other messages are slow or fast: one, all of a channel, all from or to a processor, all between two groups; or fewer are. */
export function varyPaces({ seed, list }: Paces, { n, rounds, stream }: ScriptChoices): Paces {
  const kind = stream.integer(8)
  if (kind === 0) return { seed: stream.integer(3) === 0 ? null : stream.bits(), list }
  if (kind === 1)
    return { seed, list: stream.integer(4) === 0 ? [] : list.toSpliced(stream.integer(list.length + 1), 1) }
  const pace = stream.integer(2) === 0 ? 'soon' : 'late'
  const [p, q] = [stream.integer(n), stream.integer(n)]
  const among = (senders: readonly number[], receivers: readonly number[]): Paces['list'] =>
    senders.flatMap((sender) =>
      receivers
        .filter((receiver) => receiver !== sender)
        .map((receiver) => ({ sender, receiver, turn: null, pace })),
    )
  const all = Array.from({ length: n }, (_, one) => one)
  if (kind === 2) return renewed({ seed, list }, among([p], [q]))
  if (kind === 3) return renewed({ seed, list }, among([p], all))
  if (kind === 4) return renewed({ seed, list }, among(all, [p]))
  if (kind === 5) {
    const group = [p, ...someOf(n, p, stream)]
    const rest = all.filter((one) => !group.includes(one))
    return renewed({ seed, list }, [...among(group, rest), ...among(rest, group)])
  }
  // Early ones more often than late ones.
  const turn = stream.integer(1 + stream.integer(rounds))
  return renewed(
    { seed, list },
    among([p], [q]).map((one) => ({ ...one, turn })),
  )
}

/** With these paces, in the place of those that are about the same messages. */
function renewed({ seed, list }: Paces, added: Paces['list']): Paces {
  const about = ({ sender, receiver, turn }: Paces['list'][number]) => `${sender} ${receiver} ${turn}`
  const same = new Set(added.map(about))
  return { seed, list: [...list.filter((one) => !same.has(about(one))), ...added] }
}
