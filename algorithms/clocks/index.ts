/** Clocks that are to show the same. */

export { clockSyncAveraging } from './clock-sync-averaging.ts'
