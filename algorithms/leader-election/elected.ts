/** What it means that a leader was elected: checks shared by the algorithms of this folder. */
import {
  always,
  atMostOne,
  type ConfigurationView,
  eventually,
  everyProcessor,
  exactlyOne,
} from '../../engine/index.ts'

/** The state of a processor that takes part in an election. */
interface ElectionState {
  /** Null until it is decided. */
  readonly elected: boolean | null
}

/** The same where processors have identifiers. */
interface IdentifiedState extends ElectionState {
  readonly id: number
}

/** At most one leader ever, in the end exactly one; everyone knows its own role. */
export const electsOne = {
  atMostOneLeader: always<ElectionState>(atMostOne(({ elected }) => elected === true, 'leaders')),
  oneLeader: eventually<ElectionState>(exactlyOne(({ elected }) => elected === true, 'leaders')),
  everyoneDecides: eventually<ElectionState>(
    everyProcessor(({ elected }) => elected !== null, 'knows its role'),
  ),
}

/** The same, and the leader is the processor with the largest identifier. */
export const electsTheLargest = {
  ...electsOne,
  largestWins: eventually<IdentifiedState>((configuration) => wins(configuration, 'largest', Math.max)),
}

/** The same, and the leader is the processor with the least identifier. */
export const electsTheLeast = {
  ...electsOne,
  leastWins: eventually<IdentifiedState>((configuration) => wins(configuration, 'least', Math.min)),
}

function wins(
  { states }: ConfigurationView<IdentifiedState>,
  which: string,
  better: (a: number, b: number) => number,
): true | string {
  const leader = states.find(({ elected }) => elected === true)
  const best = states.reduce((best, { id }) => better(best, id), states[0]!.id)
  return leader?.id === best || `the leader has identifier ${leader?.id}, the ${which} is ${best}`
}
