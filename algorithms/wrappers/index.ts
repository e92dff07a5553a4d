/** Wrappers: what algorithms run over. `stockWrappers` are all of the catalogue. */
import { type SharedWrapperFamily, type WrapperFamily, wrappers } from '../../engine/index.ts'
import { abd } from './abd.ts'
import { alpha } from './alpha.ts'
import { beta } from './beta.ts'
import { causalOrder } from './causal-order.ts'
import { chandyLamport } from './chandy-lamport.ts'
import { creditRecovery } from './credit-recovery.ts'
import { dijkstraScholten } from './dijkstra-scholten.ts'
import { fifoOrder } from './fifo-order.ts'
import { gamma } from './gamma.ts'
import { laiYang } from './lai-yang.ts'
import { lamportClocks } from './lamport-clocks.ts'
import { linearizableMemory } from './linearizable-memory.ts'
import { localReads } from './local-reads.ts'
import { localWrites } from './local-writes.ts'
import { registers } from './registers.ts'
import { safra } from './safra.ts'
import { sequencerOrder } from './sequencer-order.ts'
import { simple } from './simple.ts'
import { timestampOrder } from './timestamp-order.ts'
import { vectorClocks } from './vector-clocks.ts'

export { partitionOf } from './partition.ts'

/** The wrappers that come with the package. */
export const stockWrappers: readonly (WrapperFamily | SharedWrapperFamily)[] =
  /* @__PURE__ */ wrappers.provide([
    simple,
    alpha,
    beta,
    gamma,
    abd,
    registers,
    fifoOrder,
    causalOrder,
    timestampOrder,
    sequencerOrder,
    linearizableMemory,
    localReads,
    localWrites,
    lamportClocks,
    vectorClocks,
    dijkstraScholten,
    safra,
    creditRecovery,
    chandyLamport,
    laiYang,
  ])
