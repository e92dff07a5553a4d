/** The registers of the catalogue. */

export { abdRegister } from './abd-register.ts'
export { abdRegisterOneWriter } from './abd-register-one-writer.ts'
export { dsmLinearizable } from './dsm-linearizable.ts'
export { dsmScLocalRead } from './dsm-sc-local-read.ts'
export { dsmScLocalWrite } from './dsm-sc-local-write.ts'
