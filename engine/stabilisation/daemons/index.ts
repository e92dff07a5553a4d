import { Catalogue } from '../../specs/catalogue.ts'
import { central } from './central.ts'
import type { DaemonFamily } from './daemon.ts'
import { distributed } from './distributed.ts'
import { synchronous } from './synchronous.ts'

export type * from './daemon.ts'

/** All daemons. */
export const daemons = new Catalogue<DaemonFamily>('daemon', [central, distributed, synchronous])
