import { defineExperiment } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-by-network',
  question: 'What do spanning trees cost on networks that were built?',
  algorithms: ['spanning-tree-flood', 'dfs-tree-root'],
  topologies: [
    'file:admissible/arpanet-1970.txt',
    'file:admissible/nsfnet-1991.txt',
    'file:admissible/abilene-2005.txt',
    'file:admissible/geant-2012.txt',
  ],
  replicates: 30,
  seed: 2004,
  charts: ['by-network:measure=time'],
})
