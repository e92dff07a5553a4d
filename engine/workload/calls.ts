import type { Call } from '../model/index.ts'
import type { Workload } from './workload.ts'

/** What each processor is asked for, one after the other, if it answers at once; when does not matter. */
export function callsOf(workload: Workload, n: number): readonly (readonly Call[])[] {
  return Array.from({ length: n }, (_, processor) => {
    const calls: Call[] = []
    for (let time = 0; ; ) {
      const request = workload.next(processor, time)
      if (request === null) return calls
      const { time: asked, ...call } = request
      time = asked
      calls.push(call)
    }
  })
}
