import { ModelError } from '../../errors.ts'
import type { Processor } from '../../model/index.ts'
import type { Exchange } from '../../services/index.ts'
import type { Clients } from './clients.ts'
import type { Marks } from './marks.ts'

/** Who is at work, when, and who listens. */
interface AtWork {
  readonly marks: Marks
  readonly clients: Clients | null
  readonly current: number
  readonly now: number
}

/** What the processor at work tells those outside: what it comes to, what it answers, what it gives. */
export function told(machine: AtWork): Pick<Processor, 'mark' | 'respond' | 'output'> {
  const exchange = (does: string): Exchange => {
    if (machine.clients !== null) return machine.clients.exchange
    throw new ModelError(`${does}, but the algorithm offers no service; declare service and uponInvoking`)
  }
  return {
    mark: (name) => machine.marks.make(name, machine.current, machine.now),
    respond: (result) => exchange('responds').respond(machine.current, machine.now, result),
    output: (name, value) =>
      exchange(`gives the output “${name}”`).output(machine.current, machine.now, name, value),
  }
}
