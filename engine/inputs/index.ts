export { type AssignedInputs, assignInputs } from './assign-inputs.ts'
export { type Inputs, parseInputs } from './parse-inputs.ts'
