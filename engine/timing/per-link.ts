import type { DelayFamily } from './delay-family.ts'
import { intervalParameters, readInterval } from './interval.ts'
import { byParameter, drawPerChannel } from './per-channel.ts'

/** Each channel draws one delay, uniform in (min, max], and keeps it for the whole execution. */
export const perLink: DelayFamily<'per-link'> = {
  name: 'per-link',
  summary: 'each channel keeps one delay, uniform in (min, max], for the whole execution',
  parameters: { ...intervalParameters, by: byParameter },
  create({ graph, values, stream }) {
    const { min, width, bounds } = readInterval('per-link', values)
    const delays = drawPerChannel(graph, values.by as string, () => min + width * stream.uniformPositive())
    return { kind: 'per channel', bounded: true, bounds, delays }
  },
}
