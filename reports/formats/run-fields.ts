import type { Row } from '../../experiments/cell/index.ts'
import type { Field } from './field.ts'

const required = { required: true } as const
const count = { minimum: 0 } as const
const verdicts = { enum: ['held', 'violated', 'not checked'] } as const
const outcomes: Readonly<Record<Row['outcome'], string>> = {
  terminated: 'all processors terminated and nothing is in transit',
  quiescent: 'nothing is in transit, and the algorithm does not claim to terminate',
  budget: 'a limit was reached',
  violated: 'a property failed',
  failed: 'the algorithm threw, or did what the model does not allow',
}

/** The columns that every runs.csv has. */
const always: readonly Field[] = [
  { name: 'experiment', type: 'string', description: 'Name of the experiment', constraints: required },
  { name: 'algorithm', type: 'string', description: 'Name of the algorithm', constraints: required },
  {
    name: 'timing',
    type: 'string',
    description: 'Timing model; synchronous means in rounds',
    constraints: { required: true, enum: ['asynchronous', 'synchronous'] },
  },
  {
    name: 'topology',
    type: 'string',
    description: 'The network, with its parameters',
    constraints: required,
  },
  {
    name: 'n',
    type: 'integer',
    description: 'Number of processors; 0 if the network is from a file that was not read',
    constraints: { required: true, minimum: 0 },
  },
  { name: 'm', type: 'integer', description: 'Number of channels', constraints: count },
  {
    name: 'diameter',
    type: 'integer',
    description:
      'Largest distance between two processors, in channels; empty where it would take too long to find',
    constraints: count,
  },
  {
    name: 'root_eccentricity',
    type: 'integer',
    description: 'Largest distance from the root, in channels',
    constraints: count,
  },
  { name: 'delay', type: 'string', description: 'Distribution of the message delays; empty in rounds' },
  { name: 'wakeup', type: 'string', description: 'Who wakes by itself, and when', constraints: required },
  { name: 'faults', type: 'string', description: 'Which faults occur', constraints: required },
  {
    name: 'inputs',
    type: 'string',
    description: 'How identifiers, root, values and channel numbers are chosen',
    constraints: required,
  },
  { name: 'weights', type: 'string', description: 'The rule for the weights of channels' },
  { name: 'clocks', type: 'string', description: 'The rule for the clocks of processors' },
  { name: 'workload', type: 'string', description: 'What processors are asked for, and when' },
  { name: 'f', type: 'integer', description: 'How many processors may fail, as the algorithm is told' },
  { name: 'fa', type: 'integer', description: 'How many processors failed' },
  { name: 'beyond', type: 'string', description: 'Why the algorithm guarantees nothing here' },
  {
    name: 'replicate',
    type: 'integer',
    description: 'Which of the independent repetitions, from 0',
    constraints: { required: true, minimum: 0 },
  },
  {
    name: 'seed',
    type: 'integer',
    description: 'What every random choice of the run derives from',
    constraints: { required: true, minimum: 0 },
  },
  {
    name: 'outcome',
    type: 'string',
    description: `How the run ended: ${Object.entries(outcomes)
      .map(([name, meaning]) => `${name} (${meaning})`)
      .join(', ')}`,
    constraints: { required: true, enum: Object.keys(outcomes) },
  },
  {
    name: 'messages',
    type: 'integer',
    description: 'Messages sent, each counted once on each channel it takes',
    constraints: count,
  },
  {
    name: 'bits',
    type: 'number',
    description: 'Total size of the messages, by the sizes that the algorithm declares',
    constraints: count,
  },
  {
    name: 'time',
    type: 'number',
    description:
      'When the last message was processed: a round, or a time in units of the largest possible delay',
    constraints: count,
  },
  {
    name: 'delay_max',
    type: 'number',
    description: 'The largest delay that occurred, before scaling',
    constraints: count,
  },
  {
    name: 'comp_events',
    type: 'integer',
    description: 'Computation events, without those of processors that have terminated',
    constraints: count,
  },
  { name: 'messages_claim', type: 'number', description: 'The value of a claim about messages for this run' },
  {
    name: 'messages_verdict',
    type: 'string',
    description: 'Whether the run held to that claim',
    constraints: verdicts,
  },
  { name: 'time_claim', type: 'number', description: 'The value of a claim about time for this run' },
  {
    name: 'time_verdict',
    type: 'string',
    description: 'Whether the run held to that claim',
    constraints: verdicts,
  },
  {
    name: 'evidence',
    type: 'string',
    description:
      'What the costs are: of one run, the largest that a search found, those that a proof forced, or the largest of all schedules',
    constraints: required,
  },
  { name: 'detail', type: 'string', description: 'Why the outcome is what it is; empty when all is well' },
  { name: 'root_label', type: 'string', description: 'What the file of the network calls the root' },
  {
    name: 'topology_notes',
    type: 'string',
    description: 'What was done to the network when it was read or built',
  },
]

/** What claims say of a measure, by the end of the column's name. */
const aboutClaims: readonly (readonly [string, Omit<Field, 'name'>])[] = [
  ['_claim', { type: 'number', description: 'The value of a claim about this measure for this run' }],
  ['_verdict', { type: 'string', description: 'Whether the run held to that claim', constraints: verdicts }],
  ['_theorem', { type: 'string', description: 'The claim whose value is shown' }],
  ['_also', { type: 'string', description: 'The other claims that apply to the run, each with its verdict' }],
  [
    '_expected',
    { type: 'number', description: 'The mean, or the most of it, that is claimed of runs like this one' },
  ],
]

const byName = new Map(always.map((field) => [field.name, field]))

/** The columns of runs.csv; undefined for those that only an algorithm knows. */
export function runField(name: string): Field | undefined {
  const known = byName.get(name)
  if (known !== undefined) return known
  const about = aboutClaims.find(([end]) => name.endsWith(end))
  if (about !== undefined) return { name, ...about[1] }
  if (name === 'bits_max')
    return { name, type: 'number', description: 'Size of the largest message', constraints: count }
  if (name === 'bits_load') {
    const description = 'The most bits that one channel carried in one direction in one round'
    return { name, type: 'number', description, constraints: count }
  }
  const [, type] = /^messages_(.+)$/.exec(name) ?? []
  if (type !== undefined)
    return { name, type: 'integer', description: `Messages of the type ${type}`, constraints: count }
  const [, first, mark] = /^time_(first_)?(.+)$/.exec(name) ?? []
  if (mark !== undefined) {
    const which = first === undefined ? 'the last' : 'the first'
    const description = `When ${which} of the processors that made the mark ${mark} made it first; as time`
    return { name, type: 'number', description, constraints: count }
  }
  const [, dimension, parameter] = /^(algorithm|topology|delay|wakeup|inputs)_(.+)$/.exec(name) ?? []
  if (parameter !== undefined)
    return { name, type: 'number', description: `The parameter ${parameter} of the column ${dimension}` }
  const [, symbol] = /^quantity_(.+)$/.exec(name) ?? []
  if (symbol === undefined) return undefined
  const description = `The quantity ${symbol} of claims, read off the final configuration`
  return { name, type: 'number', description }
}

/** The columns of timings.csv. */
export function timingField(name: string): Field | undefined {
  if (name !== 'wall_ms') return runField(name)
  const description =
    'Milliseconds by the clock on the wall; the only figure that differs between two runs of a sweep'
  return { name, type: 'number', description, constraints: { required: true, minimum: 0 } }
}
