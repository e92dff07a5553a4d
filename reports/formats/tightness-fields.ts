import type { Field } from './field.ts'
import { runField } from './run-fields.ts'

const own: Readonly<Record<string, Omit<Field, 'name'>>> = {
  measure: { type: 'string', description: 'Which cost', constraints: { enum: ['messages', 'time'] } },
  claim: { type: 'string', description: 'The tightest claim from above' },
  bound: { type: 'number', description: 'Its value' },
  sampled: { type: 'number', description: 'The largest cost among the sampled runs' },
  searched: { type: 'number', description: 'The largest cost that an adversary found or a proof forced' },
  searched_least: {
    type: 'number',
    description: 'The least of the largest costs that the searches found, each from a seed of its own',
  },
  searches: { type: 'integer', description: 'How many searches there were, each from a seed of its own' },
  runs: { type: 'integer', description: 'The runs of each search' },
  explored: { type: 'number', description: 'The largest cost over the schedules that were explored' },
  cost: { type: 'number', description: 'The exact maximum, where it is known; else the largest of these' },
  evidence: {
    type: 'string',
    description: 'What the cost is: the maximum (exact), or a cost that the maximum is at least',
  },
  chosen: {
    type: 'string',
    description:
      'What the adversary chose, or what was gone through: schedule, identifiers …; the rest was given',
  },
  ratio: { type: 'number', description: 'Cost / bound: 1 means that the bound is attained' },
}

/** The columns of tightness.csv. */
export function tightnessField(name: string): Field | undefined {
  const field = own[name]
  return field === undefined ? runField(name) : { name, ...field }
}
