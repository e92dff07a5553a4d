import pc from 'picocolors'
import type { DeafProcessors, Halves, RecordedSchedule, TwoGenerals } from '../../engine/index.ts'
import { type Told, written } from './describe-agreement.ts'
import { entry } from './entry.ts'

export function deafJson({ algorithm, found, file }: Told<DeafProcessors>): object {
  const { deaf, ignored, bound, messages, values, wrong } = found
  return {
    ...{ theorem: 'messages', algorithm: algorithm.name, deaf, ignored, bound, messages, values },
    ...{ wrong, execution: file },
  }
}

export function describeDeaf({ algorithm, found, file }: Told<DeafProcessors>): string {
  const { deaf, ignored, bound, messages, values, wrong, script } = found
  const names = deaf.map((p) => `p_${p}`).join(' and ')
  const senders = ignored === 1 ? 'one sender' : `${ignored} senders`
  const lines = [
    pc.bold(`${algorithm.name}, ${script.values.length} processors: how many messages does agreement take?`),
    entry(
      'deaf',
      `${names}, each to ${senders}: the first that send it something; they send each other nothing`,
    ),
    entry(
      'messages',
      `${messages.toLocaleString('en')} are sent to them, with inputs ${values.join()}; the theorem says at least (1 + ⌊f/2⌋)(1 + ⌈f/2⌉) = ${bound}`,
    ),
    wrong === null
      ? entry('verdict', pc.green(`held: each of them is told something by more than ${senders}`))
      : entry('verdict', `${pc.red(`violated ${wrong.broken.property}`)}: ${wrong.broken.reason}`),
    ...(wrong === null
      ? []
      : [
          entry(
            '',
            `  p_${wrong.processor} is correct and is told nothing, with inputs ${wrong.script.values.join()}; who would tell it fails`,
          ),
        ]),
    entry('execution', written(file)),
  ]
  return `${lines.join('\n')}\n`
}

export function generalsJson({ algorithm, found, file }: Told<TwoGenerals>): object {
  return { theorem: 'generals', algorithm: algorithm.name, ...found, execution: file }
}

export function describeGenerals({ algorithm, found, file }: Told<TwoGenerals>): string {
  const { messages, links, broken } = found
  const link = broken === null ? null : links[broken]!
  const lines = [
    pc.bold(`${algorithm.name}, two generals: do they agree if messages may be lost?`),
    entry(
      'chain',
      `${links.length.toLocaleString('en')} executions: ${messages.toLocaleString('en')} messages arrive with inputs 1,1, then fewer and fewer, and none with 0,0`,
    ),
    ...links.map(({ values, round, senders, decisions }, i) =>
      entry(
        i === 0 ? 'decisions' : '',
        `${decisions.map((one) => one ?? '–').join(',')}  inputs ${values.join()}, ${senders.length === 0 ? 'nothing is lost' : `lost from round ${round} on${senders.length === 1 ? `, of p_1 from round ${round + 1} on` : ''}`}${i === broken ? pc.red('  violated') : ''}`,
      ),
    ),
    link?.outcome.kind === 'violated'
      ? entry('verdict', `${pc.red(`violated ${link.outcome.property}`)}: ${link.outcome.reason}`)
      : entry('verdict', pc.red('its own properties hold all along, so they are not those of agreement')),
    entry('execution', link === null ? 'there is none to write' : written(file)),
  ]
  return `${lines.join('\n')}\n`
}

/** The halves, and the execution in which they do not hear of each other at first. */
type ToldHalves = Told<Halves> & { readonly recorded: RecordedSchedule }

export function halvesJson({ algorithm, found, recorded, file }: ToldHalves): object {
  const { halves, decisions, values, events, goesOn } = found
  const { outcome } = recorded.execution
  return {
    ...{ theorem: 'halves', algorithm: algorithm.name, halves, decisions, values, events, goes_on: goesOn },
    ...{ outcome, execution: file },
  }
}

export function describeHalves({ algorithm, found, recorded, file }: ToldHalves): string {
  const { halves, decisions, values, events, goesOn } = found
  const { outcome } = recorded.execution
  const idle = decisions.findIndex((half) => half.includes(null))
  const stops = goesOn[idle]
    ? `in ${events[idle]!.toLocaleString('en')} events`
    : 'and has nothing more to do'
  const lines = [
    pc.bold(`${algorithm.name}, ${values.length} processors: do they agree if half of them may crash?`),
    ...halves.map((half, i) =>
      entry(
        i === 0 ? 'halves' : '',
        `${half.map((p) => `p_${p}`).join(', ')}, inputs ${i}: hear of themselves alone, and decide ${decisions[i]!.map((one) => one ?? 'nothing').join(', ')}`,
      ),
    ),
    outcome.kind === 'violated'
      ? entry('verdict', `${pc.red(`violated ${outcome.property}`)}: ${outcome.reason}`)
      : idle >= 0
        ? entry('verdict', pc.red(`if the other half has crashed, half of them does not decide ${stops}`))
        : entry('verdict', pc.red('its own properties hold, so they are not those of consensus')),
    entry('execution', written(file)),
  ]
  return `${lines.join('\n')}\n`
}
