import { readOutages } from '../faults/index.ts'
import type { Network } from '../model/index.ts'
import type { ParameterValues } from '../specs/entry.ts'
import type { RecordedEvent } from './format.ts'

/** What is wrong with crashes after which processors come back, by what the record alone says of them. */
export class Outages {
  readonly #values: ParameterValues | undefined
  /** By processor, how often it has crashed. */
  readonly #times = new Map<number, number>()

  /** `values`: of such faults; absent: there are none. */
  constructor(values: ParameterValues | undefined) {
    this.#values = values
  }

  /** What is wrong with how an event crashes until `back`, or does not; null if nothing is. */
  problem(event: RecordedEvent, isOver: boolean, network: Network): string | null {
    const { processor, time, crashes = false, back } = event
    const outage = crashes && back !== undefined
    const before = this.#times.get(processor) ?? 0
    const given = this.#values?.given
    if (given !== undefined) {
      const next = readOutages(String(given)).filter((one) => one.processor === processor)[before]
      const must = next !== undefined && time >= next.time && !isOver
      if (outage !== must)
        return outage ? `p_${processor} crashes too early` : `p_${processor} must crash in this event`
      if (outage) {
        const wrong = this.#given(event, next!.down, next!.receivers, network)
        if (wrong !== null) return wrong
      }
    }
    if (back !== undefined && !crashes) return 'it says when it comes back, but does not crash'
    if (!outage) return null
    this.#times.set(processor, before + 1)
    return given === undefined ? this.#atRandom(event, before + 1) : null
  }

  #given(
    { processor, time, back, sent, strays = [] }: RecordedEvent,
    down: number,
    receivers: readonly number[] | null,
    network: Network,
  ): string | null {
    if (back !== time + down && back !== time + Math.ceil(down)) return `p_${processor} is down for ${down}`
    if (receivers === null) return null
    const to = (channel: number): number => network.neighbor(processor, channel)
    const wrong =
      sent.find(({ channel }) => !receivers.includes(to(channel))) ??
      strays.find(({ channel, fate }) => fate === 'omitted' && receivers.includes(to(channel)))
    return wrong === undefined
      ? null
      : `its last step does not send to those that are given: see p_${to(wrong.channel)}`
  }

  #atRandom({ processor, time, back }: RecordedEvent, count: number): string | null {
    const values = this.#values
    if (values === undefined) return `p_${processor} crashes and is to come back, which is not in the faults`
    const {
      f = 1,
      processors,
      times,
      down,
    } = values as {
      readonly f?: number
      readonly processors?: string
      readonly times: number
      readonly down: number
    }
    const named = processors === undefined ? null : String(processors).split('+').map(Number)
    if (named?.includes(processor) === false) return `p_${processor} crashes, but recover names others`
    if (count > times) return `p_${processor} crashes ${count} times, but only ${times} are allowed`
    if (!(back! > time) || back! > time + Math.max(Math.ceil(down), time * 2 ** -52))
      return `p_${processor} is down until ${back}, longer than ${down}`
    const most = named?.length ?? f
    return this.#times.size <= most
      ? null
      : `${this.#times.size} processors crash and come back, but only ${most} may`
  }
}
