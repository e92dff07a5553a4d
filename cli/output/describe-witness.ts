import { type Link, timeText } from '../../engine/index.ts'

/** The chain of messages that realises the time, one a line; empty if there was none to show. */
export function describeWitness(chain: readonly Link[] | null): string {
  if (chain === null) return ''
  if (chain.length === 0) return '  witness            no message was processed\n'
  const lines = chain.map(
    ({ type, from, to, sent, processed }) =>
      `${timeText(sent).padStart(10)} → ${timeText(processed).padEnd(9)} ⟨${type}⟩ from p_${from} to p_${to}`,
  )
  return `  witness            ${chain.length} messages, each sent on receipt of the one before\n${lines.join('\n')}\n`
}
