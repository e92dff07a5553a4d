import type { WeightFamily } from './weight-family.ts'

/** All weights differ, so that there is one minimum spanning tree. */
export const distinct: WeightFamily<'distinct'> = {
  name: 'distinct',
  summary: '1 to m in random order, so that no two channels weigh the same',
  title: 'distinct weights',
  random: true,
  parameters: {},
  create: ({ graph, stream }) => Float64Array.from(stream.permutation(graph.m), (i) => i + 1),
}
