import type { ServiceOf } from '../model/index.ts'
import { AtomicRegister } from './atomic-register.ts'
import { followed } from './followed.ts'
import { SequentialRegister } from './sequential-register.ts'

/** What processors are asked for: the value of the register, and to change it. */
export interface Register {
  readonly read: undefined
  readonly write: number
}

const linearizability = followed((n) => {
  const register = new AtomicRegister(n)
  return (event) => register.add(event)
})

const sequentialConsistency = followed((n) => {
  const register = new SequentialRegister(n)
  return (event) => register.add(event)
})

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
