/** Registers made of weaker registers. Attiya & Welch, section 10.2. */

export { registerKvalued } from './register-kvalued.ts'
export { registerKvaluedBinary } from './register-kvalued-binary.ts'
export { registerKvaluedRegular } from './register-kvalued-regular.ts'
export { registerMwmr } from './register-mwmr.ts'
export { registerSwmr } from './register-swmr.ts'
export { registerSwmrRegular } from './register-swmr-regular.ts'
