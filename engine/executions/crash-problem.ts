import { readCrashes } from '../faults/index.ts'
import type { Status } from '../formal/transition.ts'
import type { Network } from '../model/index.ts'
import type { RecordedEvent } from './format.ts'

/**
 * What is wrong with how an event crashes, or does not, where the crashes are given; null if nothing is. `before`: the
 * processor's status; one that has terminated takes no step that could be its last.
 */
export function crashProblem(
  event: RecordedEvent,
  before: Status,
  given: string | null,
  network: Network,
): string | null {
  const { processor, time, crashes = false, strays = [], sent } = event
  if (crashes && before === 'terminated') return `p_${processor} crashes, but has terminated`
  if (given === null || event.back !== undefined) return null
  const own = readCrashes(given).find((one) => one.processor === processor)
  const must = own !== undefined && time >= own.time && before !== 'terminated'
  if (crashes !== must)
    return crashes ? `p_${processor} crashes too early` : `p_${processor} must crash in this event`
  if (!crashes || own!.receivers === null) return null
  const to = (channel: number): number => network.neighbor(processor, channel)
  const wrong =
    sent.find(({ channel }) => !own!.receivers!.includes(to(channel))) ??
    strays.find(({ channel, fate }) => fate === 'omitted' && own!.receivers!.includes(to(channel)))
  return wrong === undefined
    ? null
    : `its last step does not send to just those that ${given} names: see p_${to(wrong.channel)}`
}
