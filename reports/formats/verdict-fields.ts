import type { Field } from './field.ts'

const required = { required: true } as const

/** The columns of verdicts.csv. */
const fields: readonly Field[] = [
  {
    name: 'row',
    type: 'integer',
    description: 'Number of the row in runs.csv, counted from 1',
    constraints: { required: true, minimum: 1 },
  },
  { name: 'algorithm', type: 'string', description: 'Name of the algorithm', constraints: required },
  {
    name: 'claim',
    type: 'string',
    description: 'Id of the claim: algorithm, measure, kind, formula and condition',
    constraints: required,
  },
  {
    name: 'measure',
    type: 'string',
    description: 'What the claim is about: messages, time, bits, or messages of one type',
    constraints: required,
  },
  {
    name: 'bound',
    type: 'number',
    description: 'The value of the claim for this run; empty where it is not known',
  },
  { name: 'measured', type: 'number', description: 'What was measured', constraints: required },
  {
    name: 'verdict',
    type: 'string',
    description:
      'Whether the run held to the claim; a claim about a mean or a growth is not checked by one run',
    constraints: { required: true, enum: ['held', 'violated', 'not checked'] },
  },
  {
    name: 'reason',
    type: 'string',
    description: 'Why the run could not be held to the claim; empty where it was, or where no single run is',
  },
]

const byName = new Map(fields.map((field) => [field.name, field]))

/** What verdicts.csv holds, by the name of the column. */
export const verdictField = (name: string): Field | undefined => byName.get(name)
