import type { Message } from '../../../model/index.ts'
import { canonicalText } from '../../explore/canonical-text.ts'
import type { Alteration, FaultScript, Fields } from '../../resilience/index.ts'
import { type ScriptChoices, someOf } from './script-choices.ts'

/** A liar always says something else to some in place of something that it has said; or it does so no more. */
export function varyAlterations(script: FaultScript, liar: number, choices: ScriptChoices): FaultScript {
  const { n, sending = [], stream } = choices
  const { liars, alterations = [] } = script
  if (alterations.length > 0 && stream.integer(3) === 0)
    return { ...script, alterations: alterations.toSpliced(stream.integer(alterations.length), 1) }
  const said = (sending[liar] ?? []).flatMap(({ sent }) => sent)
  const honest = Array.from({ length: n }, (_, q) => q).filter((q) => !liars.includes(q))
  const some = stream.integer(2) === 0 ? honest : someOf(n, liar, stream)
  const receivers = some.filter((q) => honest.includes(q))
  if (said.length === 0 || receivers.length === 0) return script
  const { message } = said[stream.integer(said.length)]!
  const others = nearest(message, choices.lies(script, liar, receivers[0]!, 0).flat())
  const says = stream.integer(8) === 0 ? null : others[stream.integer(Math.max(1, others.length))]
  if (says === undefined) return script
  const added: Alteration = { liar, receivers, where: someLike(message, says, choices), says }
  return { ...script, alterations: [added, ...alterations] }
}

/** What other messages of the same type have in place of what this one has: of those that differ in the fewest fields. */
function nearest(message: Message, messages: readonly Message[]): Fields[] {
  const different = messages
    .filter(({ type }) => type === message.type)
    .map((other) => differingFields(message, other))
    .filter((fields) => Object.keys(fields).length > 0)
  const least = Math.min(...different.map((fields) => Object.keys(fields).length))
  return different.filter((fields) => Object.keys(fields).length === least)
}

const differingFields = (message: Message, other: Message): Fields =>
  Object.fromEntries(
    Object.entries(other).filter(
      ([field, value]) => canonicalText((message as unknown as Fields)[field]) !== canonicalText(value),
    ),
  )

/**
 * Which messages are altered with one: those that are of any type and else the same; all in which what is altered is the same; or
 * those that share some fields with it.
 */
function someLike(message: Message, says: Fields | null, { stream }: ScriptChoices): Fields {
  const kind = stream.integer(3)
  return Object.fromEntries(
    Object.entries(message).filter(([field]) => {
      if (kind === 0) return field !== 'type'
      if (kind === 1) return says !== null && field in says
      return stream.integer(2) === 0
    }),
  )
}
