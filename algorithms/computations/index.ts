/** Computations that are there to be observed. */
export { diffusing } from './diffusing.ts'
export { moneyTransfers } from './money-transfers.ts'
