export { type AssignedInputs, assignInputs } from './assign-inputs.ts'
export { assignIdentifiers } from './identifiers.ts'
export { type Inputs, inputsParts, inputsWords, type ParsedInputs, parseInputs } from './parse-inputs.ts'
