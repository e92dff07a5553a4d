import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const priceOfPolling: ExperimentDefinition = {
  name: 'price-of-polling',
  title: 'The price of polling',
  question:
    'How many remote references does it cost to pass messages through registers, however often they are polled?',
  algorithms: ['flooding', 'hirschberg-sinclair', 'lcr'],
  over: ['registers'],
  topologies: ['ring'],
  sizes: doubling(4, 64),
  delays: ['random', 'sticky', 'timed'],
  replicates: 5,
  seed: 2004,
  measure: 'column:register_references_cc',
  charts: ['against:measure=column:register_references_cc,beside=column:register_references_dsm'],
}
