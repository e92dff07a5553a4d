import { altering } from './altering.ts'
import type { Strategy } from './strategy.ts'

/** Never sends anything. */
export const silent: Strategy = {
  summary: 'sends nothing',
  create: () => altering(() => null),
}
