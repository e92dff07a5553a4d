import type { Channel, ConfigurationView } from '../../engine/index.ts'

/** A state that says for whom the processor waits: 2^k in the sum is for the end of channel k. */
export interface Waiting {
  readonly waits: number
}

export const waitsAlong = ({ waits }: Waiting, channel: Channel): boolean =>
  Math.floor(waits / 2 ** channel) % 2 === 1

/** How many wait-for edges leave the processors that p reaches along such edges, p among them. */
export function edgesFrom<S extends Waiting>(configuration: ConfigurationView<S>, p: number): number {
  const reached = [...distancesAlong(configuration, p).keys()]
  return reached.reduce((sum, q) => sum + waitedFor(configuration, q).length, 0)
}

/** The length of the shortest circle of wait-for edges through p; null if there is none. */
export function shortestCircle<S extends Waiting>(
  configuration: ConfigurationView<S>,
  p: number,
): number | null {
  for (const [q, distance] of distancesAlong(configuration, p))
    if (waitedFor(configuration, q).includes(p)) return distance + 1
  return null
}

/** The processors that p reaches along wait-for edges, the nearest first, with their distances. */
function distancesAlong<S extends Waiting>(
  configuration: ConfigurationView<S>,
  p: number,
): Map<number, number> {
  const distances = new Map([[p, 0]])
  // A map goes on to what is added meanwhile.
  for (const [q, distance] of distances)
    for (const next of waitedFor(configuration, q))
      if (!distances.has(next)) distances.set(next, distance + 1)
  return distances
}

function waitedFor<S extends Waiting>(
  { instance: { network }, states }: ConfigurationView<S>,
  p: number,
): number[] {
  const channels = Array.from({ length: network.degree(p) }, (_, channel) => channel)
  return channels
    .filter((channel) => waitsAlong(states[p]!, channel))
    .map((channel) => network.neighbor(p, channel))
}
