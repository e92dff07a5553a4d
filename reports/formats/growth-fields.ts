import type { Field } from './field.ts'
import { runField } from './run-fields.ts'

const own: Readonly<Record<string, Omit<Field, 'name'>>> = {
  topology: { type: 'string', description: 'The kind of network, or all of the sweep together, joined by +' },
  measure: { type: 'string', description: 'Which cost', constraints: { enum: ['messages', 'time'] } },
  n_min: { type: 'integer', description: 'The smallest number of processors' },
  n_max: { type: 'integer', description: 'The largest' },
  sizes: { type: 'integer', description: 'How many numbers of processors' },
  verdict: {
    type: 'string',
    description:
      'Whether the cost grows like the class, several classes cannot be told apart, none fits, or too little is there to judge by',
    constraints: { enum: ['grows', 'undecided', 'none', 'not judged'] },
  },
  class: {
    type: 'string',
    description: 'The class that fits best most often; the verdict says whether it is named',
  },
  support: { type: 'number', description: 'In which part of the resamples it does' },
  rivals: { type: 'string', description: 'The other classes that are not excluded, with their parts' },
  misfit: { type: 'number', description: 'The typical distance of the costs from its curve, as a fraction' },
  hold_out_error: {
    type: 'number',
    description:
      'The typical error at the largest sizes of its curve through the smaller ones, as a fraction',
  },
  exponent: {
    type: 'number',
    description: 'The slope over this range, of the logarithm of the cost over that of n',
  },
  exponent_low: { type: 'number', description: 'The lower end of its 95% interval' },
  exponent_high: { type: 'number', description: 'The upper end of its 95% interval' },
  size_to_tell: {
    type: 'integer',
    description: 'The largest size of a sweep that would tell the classes apart',
  },
  replicates_to_tell: { type: 'integer', description: 'Replicates that would do the same on these sizes' },
  sentence: { type: 'string', description: 'The verdict in words' },
}

/** The columns of growth.csv. */
export function growthField(name: string): Field | undefined {
  const field = own[name]
  return field === undefined ? runField(name) : { name, ...field }
}
