/** The door of the verdicts on growth. */
export { type ClaimGrowth, growthVerdictOn } from './claim-growth.ts'
export { type GrowthFinding, growthCsv, growthFindings } from './growth-csv.ts'
export { type GrowthVerdict, growthVerdicts } from './growth-verdicts.ts'
export type { Contender, Judgement } from './judgement.ts'
export type { Enough } from './tell-apart.ts'
