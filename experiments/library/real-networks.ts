import type { ExperimentDefinition } from '../definition/experiment.ts'

export const realNetworks: ExperimentDefinition = {
  name: 'real-networks',
  title: 'Networks that were built',
  question: 'What do the basic algorithms cost on networks that really carried messages?',
  algorithms: ['flooding', 'spanning-tree-flood', 'dfs-tree-root', 'dfs-tree-no-root'],
  topologies: [
    'file:admissible/arpanet-1969.txt',
    'file:admissible/arpanet-1970.txt',
    'file:admissible/nsfnet-1991.txt',
    'file:admissible/abilene-2005.txt',
    'file:admissible/geant-2012.txt',
  ],
  delays: ['constant', 'uniform', 'exponential'],
  replicates: 100,
  seed: 2004,
}
