/**
 * What stands for `admissible/experiments` in users' modules that run in a page: the modules that define an experiment
 * beside its algorithms can be read there, though nothing can be swept.
 */
export const defineExperiment = <Definition>(definition: Definition): Definition => definition
export { doubling, multiplying, parseSizes, stepping } from './sizes.ts'
