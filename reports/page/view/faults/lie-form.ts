import { messageText, strategies, timeText } from '../../../../engine/index.ts'
import { type Decision, lying } from '../../replay/faults/decision.ts'
import { type Lies, withLie } from '../../replay/faults/fault-edits.ts'
import { lieChoices, messagesText } from '../../replay/faults/lie-choices.ts'
import { isStrategyOf } from '../../replay/faults/with-faults.ts'
import type { Run, RunEvent } from '../../replay/run.ts'
import { processorText } from '../../replay/words.ts'
import { element } from '../dom.ts'

/** A processor of more neighbours lies to all of them, or by its strategy. */
const receiversMax = 24

/** What a liar sends in the step at which the reader is, neighbour by neighbour, and what it does otherwise. */
export function lieForm(run: Run, decision: Decision, decide: (edit: Lies) => void): HTMLElement[] {
  const { event, step } = decision
  const edit = decision.edit as Lies
  const strategy = choice(
    `What ${processorText(edit.processor)} does otherwise`,
    [
      ['', 'does what the algorithm says'],
      ...Object.keys(strategies)
        .filter((name) => isStrategyOf(run.algorithm, name))
        .map((name) => [name, name] as const),
    ],
    edit.strategy,
    (name) => decide(lying(decision, name)),
  )
  const otherwise = element('label', { class: 'otherwise' }, 'Otherwise it ', strategy)
  if (event === undefined) return [otherwise, element('p', {}, 'It takes no step in this run.')]
  const { network } = run.instance
  const neighbors = Array.from({ length: network.degree(edit.processor) }, (_, channel) =>
    network.neighbor(edit.processor, channel),
  ).sort((a, b) => a - b)
  const tell = (receivers: readonly number[], text: string): void => {
    const messages = text === '' ? null : (JSON.parse(text) as Lies['lies'][number]['messages'])
    decide(receivers.reduce((one, receiver) => withLie(one, step, receiver, messages), edit))
  }
  const when = `${run.synchronous ? 'In round' : 'At time'} ${timeText(event.time)}`
  return [
    otherwise,
    element('p', {}, `${when}, in its step ${step + 1}, it sends`),
    element(
      'div',
      { class: 'sends', role: 'group', 'aria-label': `What ${processorText(edit.processor)} sends` },
      ...(neighbors.length < 2 ? [] : [toAll(run, event, neighbors, (text) => tell(neighbors, text))]),
      ...neighbors.slice(0, receiversMax).map((receiver) => {
        const told = edit.lies.find((lie) => lie.step === step && lie.receiver === receiver)
        return toOne(run, event, receiver, told, (text) => tell([receiver], text))
      }),
    ),
  ]
}

type Options = readonly (readonly [value: string, text: string])[]

function toAll(
  run: Run,
  event: RunEvent,
  neighbors: readonly number[],
  tell: (text: string) => void,
): HTMLElement {
  const options: Options = [['…', '…'], ['', 'what it would'], ...choicesOf(run, event, neighbors[0]!)]
  return element('label', {}, 'to all ', choice('Message to all', options, '…', tell))
}

function toOne(
  run: Run,
  event: RunEvent,
  receiver: number,
  told: Lies['lies'][number] | undefined,
  tell: (text: string) => void,
): HTMLElement {
  const name = processorText(receiver)
  const sent = run.messages
    .slice(event.firstSent, event.firstSent + event.sent)
    .flatMap(({ to, content }) => (to === receiver ? [content] : []))
  const usual =
    told === undefined ? `: ${sent.length === 0 ? 'nothing' : sent.map(messageText).join(' ')}` : ''
  const choices = choicesOf(run, event, receiver)
  const own = told === undefined ? '' : JSON.stringify(told.messages)
  const unlisted = own !== '' && choices.every(([value]) => value !== own)
  const options: Options = [
    ['', `what it would${usual}`],
    ...choices,
    ...(unlisted ? [[own, messagesText(told!.messages)] as const] : []),
  ]
  return element('label', {}, `to ${name} `, choice(`Message to ${name}`, options, own, tell))
}

const choicesOf = (run: Run, event: RunEvent, receiver: number): Options =>
  lieChoices(run, event, receiver).map((messages) => [JSON.stringify(messages), messagesText(messages)])

function choice(
  label: string,
  options: Options,
  chosen: string,
  choose: (value: string) => void,
): HTMLSelectElement {
  const made = element('select', { 'aria-label': label })
  for (const [value, text] of options) made.append(new Option(text, value, false, value === chosen))
  made.addEventListener('change', () => choose(made.value))
  return made
}
