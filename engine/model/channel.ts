/** A channel in its processor's own numbering, 0 … degree − 1. */
export type Channel = number

/** On an oriented ring: the channel to the clockwise neighbour, p_(i+1 mod n). */
export const LEFT: Channel = 0

/** On an oriented ring: the channel to the counter-clockwise neighbour, p_(i−1 mod n). */
export const RIGHT: Channel = 1
