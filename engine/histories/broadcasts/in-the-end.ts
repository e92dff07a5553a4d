import type { HistoryCondition, Surroundings } from '../condition.ts'
import type { Fault } from '../finding.ts'
import { Ledger, messageName } from './ledger.ts'

/** Who broadcasts a message delivers it in the end. */
export const validity: HistoryCondition = {
  name: 'validity',
  summary: 'who broadcasts delivers it in the end, unless it is faulty',
  kind: 'liveness',
  follow: ({ faulty }) =>
    atEnd((ledger) => {
      for (const message of ledger.messages()) {
        const { from, deliveries, broadcast } = message
        if (deliveries.has(from) || faulty?.has(from)) continue
        const sentence = `p_${from} broadcasts ${messageName(message)} at ${broadcast.time} and never delivers it`
        return { sentence, part: [broadcast] }
      }
      return null
    }),
}

/** What one processor delivers all do in the end. */
export const agreement: HistoryCondition = {
  name: 'agreement',
  summary: 'what one delivers all deliver in the end, unless they are faulty',
  kind: 'liveness',
  follow: (surroundings) =>
    atEnd((ledger) => {
      const correct = correctOnes(surroundings)
      for (const message of ledger.messages()) {
        const { deliveries, broadcast } = message
        const one = correct.find((p) => deliveries.has(p))
        const other = correct.find((p) => !deliveries.has(p))
        if (one === undefined || other === undefined) continue
        const at = deliveries.get(one)!
        const sentence = `p_${one} delivers ${messageName(message)} at ${at.time}, and p_${other} never does`
        return { sentence, part: ledger.inOrder([broadcast, at]) }
      }
      return null
    }),
}

function atEnd(fault: (ledger: Ledger) => Fault | null) {
  const ledger = new Ledger()
  return {
    event(event: Parameters<Ledger['enter']>[0]) {
      ledger.enter(event)
      return null
    },
    end: () => fault(ledger),
  }
}

const correctOnes = ({ n, faulty }: Surroundings): number[] =>
  Array.from({ length: n }, (_, p) => p).filter((p) => faulty?.has(p) !== true)
