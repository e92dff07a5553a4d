/** Those who exclude one another, by messages; who has parameters stands in the catalogue by itself. */

export { carvalhoRoucairol } from './carvalho-roucairol.ts'
export { centralMutex } from './central-mutex.ts'
export { diningChandyMisra } from './dining-chandy-misra.ts'
export { drinkingChandyMisra } from './drinking-chandy-misra.ts'
export { lamportMutex } from './lamport-mutex.ts'
export { raymond } from './raymond.ts'
export { ricartAgrawala } from './ricart-agrawala.ts'
export { suzukiKasami } from './suzuki-kasami.ts'
export { tokenRingMutex } from './token-ring-mutex.ts'
