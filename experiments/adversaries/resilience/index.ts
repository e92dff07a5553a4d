/** Maps over n and f: which systems are safe, as far as is known, and what breaks the others. */

export { type ResilienceMap, systemsOf } from './asked.ts'
export { runMaps } from './run-maps.ts'
export type { ResilienceCell } from './system.ts'
