import { InputError } from '../../errors.ts'
import { parseIntegerList } from '../../specs/integer-list.ts'
import type { Graph } from '../../topology/graph.ts'
import type { DelayContext, DelayFamily } from '../delay-family.ts'
import { delaysBySlot } from '../per-channel.ts'
import { fastParameter } from './fast-parameter.ts'

/** One channel, or all those of one processor, are slow in both directions, delay 1; all others are fast. */
export const starve: DelayFamily<'starve'> = {
  name: 'starve',
  summary: 'one channel, or all those of one processor, are slow (delay 1), all others fast',
  parameters: {
    channel: { kind: 'text', description: 'the two ends of the slow channel, as 3+7; random if left out' },
    processor: { kind: 'integer', min: 0, description: 'the processor whose channels are all slow' },
    fast: fastParameter,
  },
  create(context) {
    const isSlow = slowChannels(context)
    const fast = context.values.fast as number
    const delays = delaysBySlot(context.graph, (p, q) => (isSlow(p, q) ? 1 : fast))
    return { kind: 'per channel', bounded: true, bounds: { min: fast, max: 1 }, delays }
  },
}

/** Whether the channel between two neighbours is slow. */
function slowChannels({ graph, values, stream }: DelayContext): (p: number, q: number) => boolean {
  const { channel, processor } = values
  if (processor === undefined) {
    const [a, b] =
      channel === undefined
        ? randomChannel(graph, stream.integer(2 * graph.m))
        : ends(graph, channel as string)
    return (p, q) => (p === a && q === b) || (p === b && q === a)
  }
  if (channel !== undefined) throw new InputError('delay starve: give either channel or processor, not both')
  if ((processor as number) >= graph.n)
    throw new InputError(`delay starve: processor=${processor}: the processors are 0 to ${graph.n - 1}`)
  return (p, q) => p === processor || q === processor
}

function ends(graph: Graph, text: string): readonly number[] {
  const where = `delay starve: channel=${text}`
  const named = parseIntegerList(text, graph.n - 1, where)
  const [p, q] = named
  const neighbors = Array.from({ length: graph.degree(p!) }, (_, channel) => graph.neighbor(p!, channel))
  if (named.length !== 2) throw new InputError(`${where} must name two processors, as in channel=3+7`)
  if (!neighbors.includes(q!)) throw new InputError(`${where}: p_${p} and p_${q} share no channel`)
  return named
}

/** The two ends of the channel that has this slot. */
function randomChannel(graph: Graph, slot: number): readonly number[] {
  let p = 0
  while (graph.firstSlot(p) + graph.degree(p) <= slot) p++
  return [p, graph.neighbor(p, slot - graph.firstSlot(p))]
}
