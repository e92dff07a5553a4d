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
  readonly id: number
  /** Null until it is decided. */
  readonly elected: boolean | null
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
  largestWins: eventually<ElectionState>(largestWins),
}

function largestWins({ states }: ConfigurationView<ElectionState>): true | string {
  const leader = states.find(({ elected }) => elected === true)
  const largest = states.reduce((max, { id }) => Math.max(max, id), -1)
  return leader?.id === largest || `the leader has identifier ${leader?.id}, the largest is ${largest}`
}
