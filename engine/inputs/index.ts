export { type AssignedInputs, assignInputs } from './assign-inputs.ts'
export { assignIdentifiers } from './identifiers.ts'
export {
  eachInputs,
  findInputs,
  type Inputs,
  inputsParts,
  inputsWords,
  type ParsedInputs,
  parseInputs,
  rootAt,
} from './parse-inputs.ts'
