import type { ChannelList } from './channel-list.ts'

/** The number of pairs among `size` processors. */
export function pairsAmong(size: number): number {
  return (size * (size - 1)) / 2
}

/** Joins every two of the processors first … first + size − 1. */
export function pushClique(channels: ChannelList, first: number, size: number): void {
  for (let p = first; p < first + size; p++) for (let q = p + 1; q < first + size; q++) channels.push(p, q)
}

/** Joins first – first + 1 – … – last. */
export function pushPath(channels: ChannelList, first: number, last: number): void {
  for (let p = first; p < last; p++) channels.push(p, p + 1)
}
