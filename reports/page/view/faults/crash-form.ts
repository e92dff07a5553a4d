import { messageText, timeText } from '../../../../engine/index.ts'
import { crashing, type Decision, sendsTo } from '../../replay/faults/decision.ts'
import type { Crashes } from '../../replay/faults/fault-edits.ts'
import type { Run } from '../../replay/run.ts'
import { processorText } from '../../replay/words.ts'
import { button, element } from '../dom.ts'

/** Which messages of the last step of a processor still go out, receiver by receiver. */
export function crashForm(run: Run, decision: Decision, decide: (edit: Crashes) => void): HTMLElement[] {
  const { processor, receivers } = decision.edit as Crashes
  const name = processorText(processor)
  const last = run.events.find((event) => event.processor === processor && event.crashes)
  if (last === undefined)
    return [element('p', {}, `${name} takes no step from then on, so it has no last one in this run.`)]
  const sends = sendsTo(run, last)
  const when = `${run.synchronous ? 'in round' : 'at time'} ${timeText(last.time)}`
  if (sends.size === 0) return [element('p', {}, `Its step ${when} is its last. It sends nothing in it.`)]
  const all = [...sends.keys()]
  const going = receivers === null ? all : all.filter((to) => receivers.includes(to))
  const send = (to: readonly number[]): void =>
    decide(crashing(decision, to.length === all.length ? null : [...to].sort((a, b) => a - b)))
  const ticks = [...sends].map(([to, messages]) => {
    const text = `${messages.map(({ content }) => messageText(content)).join(' ')} to ${processorText(to)}`
    const tick = element('input', { type: 'checkbox', 'aria-label': text })
    tick.checked = going.includes(to)
    tick.addEventListener('change', () =>
      send(tick.checked ? [...going, to] : going.filter((other) => other !== to)),
    )
    return element('label', {}, tick, text)
  })
  return [
    element('p', {}, `Its step ${when} is its last. Of what it sends in it, there goes out:`),
    element(
      'div',
      { class: 'sends', role: 'group', 'aria-label': `What ${name} still sends` },
      button('All', () => send(all), `All messages of the last step of ${name}`),
      button('None', () => send([]), `None of the messages of the last step of ${name}`),
      ...ticks,
    ),
  ]
}
