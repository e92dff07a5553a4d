import type { Field } from './field.ts'
import { runField } from './run-fields.ts'

const count = { type: 'integer', constraints: { required: true, minimum: 0 } } as const

const own: Readonly<Record<string, Omit<Field, 'name'>>> = {
  other: { type: 'string', description: 'Name of the algorithm that is compared with it' },
  measure: { type: 'string', description: 'Which cost', constraints: { enum: ['messages', 'time'] } },
  pairs: { ...count, description: 'Instances on which both came to their end' },
  wins: { ...count, description: 'Those on which the other costs less' },
  ties: { ...count, description: 'Those on which both cost the same' },
  losses: { ...count, description: 'Those on which the other costs more' },
  ratio: { type: 'number', description: 'Geometric mean of (cost of the other) / (cost of the algorithm)' },
  ratio_low: {
    type: 'number',
    description: 'Lower end of its 95% interval: bootstrap, of five pairs Student’s t',
  },
  ratio_high: {
    type: 'number',
    description: 'Upper end of its 95% interval: bootstrap, of five pairs Student’s t',
  },
  verdict: {
    type: 'string',
    description:
      'What the interval allows to say: the other costs less, more or the same, or it is undecided',
    constraints: { enum: ['less', 'more', 'equal', 'undecided'] },
  },
}

/** The columns of comparisons.csv. */
export function comparisonField(name: string): Field | undefined {
  const field = own[name]
  return field === undefined ? runField(name) : { name, ...field }
}
