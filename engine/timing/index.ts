import { InputError } from '../errors.ts'
import { Catalogue } from '../specs/catalogue.ts'
import { fastChain } from './adversaries/fast-chain.ts'
import { lastInFirstOut } from './adversaries/last-in-first-out.ts'
import { news } from './adversaries/news.ts'
import { slowestPathFirst } from './adversaries/slowest-path-first.ts'
import { starve } from './adversaries/starve.ts'
import { worst } from './adversaries/worst.ts'
import { bimodal } from './bimodal.ts'
import { constant } from './constant.ts'
import type { DelayContext, DelayFamily } from './delay-family.ts'
import type { DelayModel } from './delay-model.ts'
import { distance } from './distance.ts'
import { exponential } from './exponential.ts'
import { gst } from './gst.ts'
import { logNormal } from './log-normal.ts'
import { matrix } from './matrix.ts'
import { pareto } from './pareto.ts'
import { perLink } from './per-link.ts'
import { sampled } from './sampled.ts'
import { slowLinks } from './slow-links.ts'
import { slowProcessors } from './slow-processors.ts'
import { stepped } from './stepped.ts'
import { table } from './table.ts'
import { uniform } from './uniform.ts'

const families = [
  constant,
  uniform,
  exponential,
  pareto,
  logNormal,
  bimodal,
  slowLinks,
  perLink,
  stepped,
  slowProcessors,
  distance,
  matrix,
  table,
  sampled,
  gst,
  starve,
  fastChain,
  slowestPathFirst,
  lastInFirstOut,
  news,
  worst,
] as const

/** The name of a family of delays, such as `uniform`. */
export type DelayName = (typeof families)[number]['name']

/** A delay family with or without parameters, such as `uniform:min=0.2`. */
export type DelaySpec = DelayName | `${DelayName}:${string}`

/** All families of delay distributions. */
export const delays = new Catalogue<DelayFamily>('delay', families)

/** The delays that a spec such as `uniform:min=0.2` names. */
export function createDelays(spec: string, context: Omit<DelayContext, 'values' | 'made'>): DelayModel {
  const { entry, values } = delays.at(spec, context.graph.n)
  return entry.create({ ...context, values, made: (part) => createPart(spec, part, context) })
}

/** The delays that a spec within another names. */
function createPart(spec: string, part: string, context: Omit<DelayContext, 'values' | 'made'>): DelayModel {
  const { entry } = delays.parse(part)
  if (Object.values(entry.parameters).some((parameter) => parameter.kind === 'text' && parameter.isPath))
    throw new InputError(`delay ${spec}: ${part} reads a file, which only stands by itself`)
  return createDelays(part, context)
}
