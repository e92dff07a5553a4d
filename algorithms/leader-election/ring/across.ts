import { type Channel, LEFT, RIGHT } from '../../../engine/index.ts'

/** The other channel of a processor on a ring: the way on of what has come over this one. */
export const across = (channel: Channel): Channel => (channel === LEFT ? RIGHT : LEFT)
