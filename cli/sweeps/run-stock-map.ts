import { join } from 'node:path'
import type { Command } from 'commander'
import { InputError } from '../../engine/index.ts'
import { type ResilienceDefinition, systemsOf } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { resumeLine, typedWords } from '../options/typed.ts'
import { mapResilience } from './map-resilience.ts'

interface Options {
  readonly out?: string
  readonly workers?: number
  readonly seed?: number
  readonly resume?: true
  readonly dryRun?: true
  readonly json?: true
}

/** The options of `run` that mean something for a map. */
const known = ['out', 'workers', 'seed', 'resume', 'dryRun', 'json']

/** Runs a stock experiment that is a map of systems; the exit code. Throws an InputError for options about grids of runs. */
export async function runStockMap(
  map: ResilienceDefinition,
  { out = join('results', map.name), seed = map.seed, dryRun, ...options }: Options,
  typed: Command,
): Promise<number> {
  const foreign = typed.options.find(
    (option) =>
      !known.includes(option.attributeName()) && typed.getOptionValueSource(option.attributeName()) === 'cli',
  )
  if (foreign !== undefined)
    throw new InputError(
      `${foreign.long} is about grids of runs, and ${map.name} is a map of systems; leave it out`,
    )
  const asked = { ...map, seed }
  if (dryRun) {
    const systems = await systemsOf(asked)
    const text = options.json ? JSON.stringify(systems) : describe(asked, systems.length)
    process.stdout.write(`${text}\n`)
    return exitCodes.ok
  }
  return await mapResilience(asked, { ...options, out }, resumeLine(typedWords(typed)))
}

/** What a map will look at. */
function describe(asked: ResilienceDefinition, systems: number): string {
  const { name, algorithms, sizes, bounds, states, tries } = asked
  const count = (value: number) => value.toLocaleString('en')
  return [
    `${name}: ${asked.question}`,
    `  systems    ${count(systems)}: ${algorithms.length} algorithms, n = ${sizes.join()}, f = ${bounds.join()}`,
    `  each       all executions, up to ${count(states)} configurations; else ${count(tries)} executions that are searched`,
  ].join('\n')
}
