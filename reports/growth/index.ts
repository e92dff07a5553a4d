/** The door of the verdicts on growth. */
export type { Doubt } from './doubt.ts'
export type { Contender, GrowthAssessment } from './growth-assessment.ts'
export { type GrowthVerdict, growthVerdicts } from './growth-verdicts.ts'
export type { Enough } from './tell-apart.ts'
