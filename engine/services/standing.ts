import type { Crossing, Service, Standing } from '../model/index.ts'
import { isFollowUp } from './follow-ups.ts'

/** As an execution begins. */
export const unasked: Standing = { pending: null, next: null }

/** How things stand once something has crossed the interface; a text says why it may not. */
export function standingAfter(service: Service, before: Standing, crossing: Crossing): Standing | string {
  switch (crossing.kind) {
    case 'invocation':
      return afterInvocation(service, before, crossing)
    case 'response':
      return before.pending === null
        ? 'responds, but no operation is pending there; each is answered once, with p.respond()'
        : { ...before, pending: null }
    case 'output': {
      const { name, outputs = [] } = service
      return outputs.includes(crossing.output)
        ? before
        : `gives the output “${crossing.output}”, but the outputs of ${name} are: ${outputs.join(', ') || 'none'}`
    }
  }
}

function afterInvocation(
  service: Service,
  { pending, next }: Standing,
  { operation, argument }: Extract<Crossing, { kind: 'invocation' }>,
): Standing | string {
  const { name, operations } = service
  if (!Object.hasOwn(operations, operation))
    return `is asked for ${operation}, but the operations of ${name} are: ${Object.keys(operations).join(', ')}`
  if (pending !== null) return `is asked for ${operation} while ${pending} is pending`
  if (next !== null && operation !== next) return `is asked for ${operation} where ${next} must come next`
  if (next === null && isFollowUp(service, operation))
    return `is asked for ${operation} with nothing before it that it follows`
  const { unanswered, followedBy = null } = operations[operation]!
  const held = followedBy === null || argument === undefined ? {} : { held: argument }
  return { pending: unanswered === true ? null : operation, next: followedBy, ...held }
}
