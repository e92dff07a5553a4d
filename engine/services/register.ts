import { createObject, sequentiallyConsistent } from '../histories/index.ts'
import type { HistoryProperty, ServiceOf } from '../model/index.ts'
import { AtomicRegister } from './atomic-register.ts'

/** What processors are asked for: the value of the register, and to change it. */
export interface Register {
  readonly read: undefined
  readonly write: number
}

const linearizability: HistoryProperty = {
  kind: 'safety',
  check(history, n) {
    const register = new AtomicRegister(n)
    for (const event of history) {
      const finding = register.add(event)
      if (finding !== true) return finding
    }
    return true
  },
  follow(n) {
    const register = new AtomicRegister(n)
    return (event) => register.add(event)
  },
}

const sequentialConsistency: HistoryProperty = {
  kind: 'safety',
  check(history) {
    const finding = sequentiallyConsistent(history, createObject('register'))
    return finding.kind !== 'wrong' || finding.fault.sentence
  },
}

const register = (
  name: string,
  promise: string,
  properties: ServiceOf<Register>['properties'],
  writer?: 'root',
): ServiceOf<Register> => ({
  name,
  summary: `a register that all read and ${writer === undefined ? 'write' : 'the root writes'}, ${promise}`,
  operations: {
    read: { summary: 'answered with what was written last; null before anything was' },
    write: {
      summary: 'answered when it is done',
      argument: 'distinct',
      toldApart: true,
      ...(writer !== undefined && { only: writer }),
    },
  },
  workload: 'closed',
  properties,
})

/**
 * Registers, by what they promise: atomic ones are linearizable. Attiya & Welch, 2nd edition, section 9.1. What is written
 * is never the same twice, for without that it is hard to decide whether a long history is right.
 */
export const registers = {
  atomic: register('atomic-register', 'linearizable', { linearizability }),
  atomicOneWriter: register('atomic-register-of-one-writer', 'linearizable', { linearizability }, 'root'),
  sequential: register('sequentially-consistent-register', 'sequentially consistent', {
    sequentialConsistency,
  }),
} as const
