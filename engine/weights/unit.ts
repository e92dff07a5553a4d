import type { WeightFamily } from './weight-family.ts'

/** Every channel weighs 1, so that weighted distances are distances. */
export const unit: WeightFamily<'unit'> = {
  name: 'unit',
  summary: 'every channel weighs 1',
  title: 'unit weights',
  random: false,
  parameters: {},
  create: ({ graph }) => new Float64Array(graph.m).fill(1),
}
