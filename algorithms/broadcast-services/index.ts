/** The broadcast services of the catalogue. */

export { batchingBroadcast } from './batching-broadcast.ts'
export { causalBroadcast } from './causal-broadcast.ts'
export { fifoBroadcast } from './fifo-broadcast.ts'
export { floodingBroadcast } from './flooding-broadcast.ts'
export { reliableBroadcastEager } from './reliable-broadcast-eager.ts'
export { reliableBroadcastSparing } from './reliable-broadcast-sparing.ts'
export { skeen } from './skeen.ts'
export { totalOrderAcknowledged } from './total-order-acknowledged.ts'
export { totalOrderSequencer } from './total-order-sequencer.ts'
export { totalOrderSymmetric } from './total-order-symmetric.ts'
