import { createObject, type HistoryFinding, linearizable, regular, safe } from '../../histories/index.ts'
import type { History, Outcome, Service } from '../../model/index.ts'
import type { SharedObject } from '../model/index.ts'

/** Of a long history so many events are looked at: its beginning must satisfy the condition, too. */
const eventsMost = 2 ** 15

/** What the history of an object of n processors is found to be, by the condition that the object promises. */
export function holdObject(
  { service, guarantees }: Pick<SharedObject, 'service' | 'guarantees'>,
  n: number,
  history: History,
): HistoryFinding {
  // Of the turns of an algorithm that runs on registers, nobody sees any.
  if (Object.keys(service.properties).length === 0) return { kind: 'holds' }
  const check = { linearizable, regular, safe }[guarantees]
  return check(history.slice(0, eventsMost), createObject(service.object(n)))
}

/** The service of an object, which requires of histories what the object promises. */
export const promisedBy = (object: Pick<SharedObject, 'service' | 'guarantees'>): Service =>
  object.guarantees === 'linearizable'
    ? object.service
    : {
        ...object.service,
        properties: {
          [object.guarantees]: {
            kind: 'safety',
            check(history, n) {
              const finding = holdObject(object, n, history)
              return finding.kind !== 'wrong' || finding.fault.sentence
            },
          },
        },
      }

/** The outcome of a run that is over so, and whose history was found to be so. A step that fails comes first. */
export const outcomeWith = (
  outcome: Outcome,
  { guarantees }: Pick<SharedObject, 'guarantees'>,
  finding: HistoryFinding,
): Outcome =>
  finding.kind === 'wrong' && outcome.kind !== 'failed'
    ? { kind: 'violated', property: guarantees, reason: finding.fault.sentence, where: 'its history' }
    : outcome
