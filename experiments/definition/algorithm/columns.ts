import type { AnyAlgorithm } from '../../../engine/index.ts'
import { tableColumns } from '../../cell/index.ts'

/** Columns of runs.csv that not every table has: the rule for weights, where the network came from, and how a worst case was found. */
const sometimes = [
  'weights',
  'over',
  'clocks',
  'workload',
  'f',
  'fa',
  'beyond',
  'operations',
  'messages_per_operation',
  'throughput',
  'response',
  'response_mean',
  'bypass',
  'sync_delay',
  'delivery',
  'delivery_mean',
  'root_label',
  'topology_notes',
  'runs',
  'strategies',
  'states',
  'instances',
  'checked',
  'open_messages',
  'not_judged',
  'lower_bound',
]

/** What follows `messages_` in columns that say something else than how many messages of a type were sent. */
const aboutMessages = [
  'claim',
  'verdict',
  'theorem',
  'also',
  'expected',
  'strategy',
  'least',
  'per_operation',
]

/** The first type of message whose column in runs.csv would be one that is there already, and why; null if none is. */
export function typeProblem({ uponReceiving = {} }: AnyAlgorithm): string | null {
  const types = Object.keys(uponReceiving)
  for (const type of types) {
    const taken = [
      ...aboutMessages,
      ...types.flatMap((other) => aboutMessages.map((end) => `${other}_${end}`)),
    ]
    if (taken.includes(type))
      return `${type}: the column messages_${type} of runs.csv says what a claim says of a run; choose another name`
  }
  return null
}

/** The first column of an algorithm whose name runs.csv needs itself, and why; null if there is none. */
export function columnProblem({ columns = {}, claims = {} }: AnyAlgorithm): string | null {
  const claimed = Object.keys(columns).filter((name) => Object.hasOwn(claims, `column:${name}`))
  const said = claimed.flatMap((name) =>
    ['claim', 'verdict', 'theorem', 'also', 'expected'].map((end) => `${name}_${end}`),
  )
  for (const name of Object.keys(columns)) {
    if (name === '') return 'a column needs a name'
    const reserved = [...tableColumns, ...sometimes]
    if (reserved.includes(name)) return `${name}: runs.csv has a column of this name; choose another`
    if (name.startsWith('messages_'))
      return `${name}: columns of runs.csv that begin with messages_ count messages by type; choose another name`
    if (/^(?:algorithm|topology|delay|wakeup|inputs|weights)_/.test(name))
      return `${name}: runs.csv has parameters that a sweep varies in columns of such names; choose another`
    if (name.startsWith('quantity_'))
      return `${name}: runs.csv has quantities of claims in columns that begin with quantity_; choose another name`
    const ending = said.includes(name) || /^(?:bits|time|lower_bound)_\w+$|_verdict$/.test(name)
    if (ending)
      return `${name}: runs.csv says in columns of such names what claims say of a run; choose another`
  }
  return null
}
