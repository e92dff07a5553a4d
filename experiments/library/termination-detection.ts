import type { ExperimentDefinition } from '../definition/experiment.ts'

export const terminationDetection: ExperimentDefinition = {
  name: 'termination-detection',
  title: 'Detecting termination',
  question: 'What does it cost to notice that a computation is over, and how long after its end is that?',
  algorithms: ['diffusing:F=400', 'echo'],
  over: ['none', 'dijkstra-scholten', 'safra', 'credit-recovery'],
  topologies: ['ring', 'gnp:degree=8', 'complete'],
  sizes: [16, 64],
  replicates: 10,
  seed: 2004,
  charts: ['bill:n=64', 'against:measure=time'],
}
