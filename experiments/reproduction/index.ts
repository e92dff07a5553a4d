/** Running again what a folder of results says. */
export { changedCode } from './changed-code.ts'
export { changedData } from './changed-data.ts'
export { experimentOf } from './experiment-of.ts'
