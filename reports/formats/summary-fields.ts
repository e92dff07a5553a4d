import type { Field } from './field.ts'
import { runField } from './run-fields.ts'

const statistics: Readonly<Record<string, Omit<Field, 'name'>>> = {
  mean: { type: 'number', description: 'Arithmetic mean of NAME' },
  sd: { type: 'number', description: 'Standard deviation of NAME, with divisor count − 1' },
  min: { type: 'number', description: 'Smallest NAME' },
  p05: { type: 'number', description: '5% quantile of NAME' },
  q1: { type: 'number', description: 'First quartile of NAME (type 7 of Hyndman & Fan)' },
  median: { type: 'number', description: 'Median of NAME' },
  q3: { type: 'number', description: 'Third quartile of NAME' },
  p95: { type: 'number', description: '95% quantile of NAME' },
  max: { type: 'number', description: 'Largest NAME' },
  ci_low: {
    type: 'number',
    description: 'Lower end of the 95% confidence interval of the mean of NAME, by Student’s t',
  },
  ci_high: {
    type: 'number',
    description: 'Upper end of the 95% confidence interval of the mean of NAME, by Student’s t',
  },
  min_row: {
    type: 'integer',
    description: 'The first row of runs.csv, counted from 1, with the smallest NAME',
    constraints: { minimum: 1 },
  },
  max_row: {
    type: 'integer',
    description: 'The first row of runs.csv, counted from 1, with the largest NAME',
    constraints: { minimum: 1 },
  },
  mean_low: {
    type: 'number',
    description: 'Lower end of the 95% interval of the mean of NAME: bootstrap, of five runs Student’s t',
  },
  mean_high: {
    type: 'number',
    description: 'Upper end of the 95% interval of the mean of NAME: bootstrap, of five runs Student’s t',
  },
  median_low: {
    type: 'number',
    description: 'Lower end of the 95% bootstrap interval of the median of NAME',
  },
  median_high: {
    type: 'number',
    description: 'Upper end of the 95% bootstrap interval of the median of NAME',
  },
  claim: { type: 'string', description: 'The claim about NAME that the runs show' },
  claim_median: { type: 'number', description: 'The median of its value' },
  verdict: {
    type: 'string',
    description:
      'Whether the runs held to it; of a claim about the mean, whether they are consistent with it',
    constraints: { enum: ['held', 'violated', 'not checked', 'consistent', 'inconsistent'] },
  },
  violations: {
    type: 'integer',
    description: 'How many runs violated a claim about NAME',
    constraints: { minimum: 0 },
  },
  ratio_max: { type: 'number', description: 'The largest ratio of the measured to the claimed NAME' },
  expected: { type: 'number', description: 'The claimed mean of NAME, or the most that is claimed of it' },
  expected_verdict: {
    type: 'string',
    description:
      'Whether the 95% confidence interval of the mean contains it, or does not lie above the most that is claimed',
    constraints: { enum: ['consistent', 'inconsistent', 'not checked'] },
  },
  bound: { type: 'string', description: 'The tightest claim from above about NAME' },
  bound_ratio_median: { type: 'number', description: 'The median of NAME over the value of that bound' },
  bound_ratio_max: { type: 'number', description: 'The largest ratio of NAME to the value of that bound' },
}

const counts: Readonly<Record<string, string>> = {
  count: 'Runs in the group',
  complete: 'Runs that came to their end; the figures are about these',
}

/** What operations cost, in words. */
const uses: Readonly<Record<string, string>> = {
  messages_per_operation: 'messages per operation',
  throughput: 'operations in a unit of time',
  response_largest: 'the largest response time of a run',
  response_mean: 'the mean response time of a run',
  bypass: 'bypass',
  sync_delay: 'the synchronisation delay',
  delivery_largest: 'the largest delivery time of a run',
  delivery_mean: 'the mean delivery time of a run',
}

/** The columns of summary.csv. */
export function summaryField(name: string): Field | undefined {
  const count = counts[name]
  if (count !== undefined)
    return { name, type: 'integer', description: count, constraints: { required: true, minimum: 0 } }
  const [, measure, statistic] =
    new RegExp(
      `^(messages|time|bits|${Object.keys(uses).join('|')})_(${Object.keys(statistics).join('|')})$`,
    ).exec(name) ?? []
  const known = statistics[statistic ?? '']
  if (known === undefined) return runField(name)
  return { name, ...known, description: known.description!.replace('NAME', uses[measure!] ?? measure!) }
}
