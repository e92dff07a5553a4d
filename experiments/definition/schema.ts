import { createRequire } from 'node:module'
import { didYouMean, InputError } from '../../engine/index.ts'
import { seemsAlgorithm } from './algorithm/form.ts'
import type { ExperimentDefinition } from './experiment.ts'
import { folderName, noFolderName } from './folder-name.ts'

/** Throws unless the value has the form of a definition; the message leads with the path to the key. */
export function assertForm(value: unknown): asserts value is ExperimentDefinition {
  const result = definitionSchema().safeParse(value, { reportInput: true })
  if (result.success) return
  // A key that is misspelt is also a key that is missing; the misspelling says more.
  const { issues } = result.error
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!
  if (issue.code === 'unrecognized_keys') {
    const place = pathText(issue.path)
    const known = knownKeys(issue.path)
    const hint = didYouMean(issue.keys[0]!, known) || `; known keys: ${known.join(', ')}`
    throw new InputError(`${place === '' ? '' : `${place}.`}${issue.keys[0]}: there is no such key${hint}`)
  }
  const missing = issue.input === undefined && issue.code === 'invalid_type'
  throw new InputError(`${pathText(issue.path) || 'definition'}: ${missing ? 'missing' : issue.message}`)
}

/** algorithms[1], budget.messages */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('')
}

function knownKeys(path: readonly PropertyKey[]): string[] {
  const { shape } = definitionSchema()
  const worst = shape.worstCases.unwrap().shape
  const places: Readonly<Record<string, object>> = {
    budget: shape.budget.unwrap().shape,
    untilCi: shape.untilCi.unwrap().shape,
    worstCases: worst,
    'worstCases.exact': worst.exact.unwrap().shape,
    'worstCases.searched': worst.searched.unwrap().shape,
    'worstCases.forced': worst.forced.unwrap().shape,
  }
  return Object.keys(places[path.join('.')] ?? shape)
}

let schema: ReturnType<typeof createSchema> | undefined

function definitionSchema() {
  schema ??= createSchema()
  return schema
}

/** Made at the first use: the library takes long to load, and workers never need it. */
function createSchema() {
  const { z } = createRequire(import.meta.url)('zod') as typeof import('zod')
  const { specs, positive, integer, anObject, sizes } = formsOf(z)
  const algorithm = z.custom<string | object>((value) => typeof value === 'string' || seemsAlgorithm(value), {
    error: 'expected the name of an algorithm or an algorithm',
  })
  return z.strictObject(
    {
      name: z.string('expected a text').regex(folderName, noFolderName),
      title: z.string('expected a text').optional(),
      question: z.string('expected a text'),
      algorithms: z.array(algorithm, 'expected a list').min(1, 'is empty; list at least one'),
      over: specs.optional(),
      timings: z
        .array(z.enum(['asynchronous', 'synchronous'], 'must be asynchronous or synchronous'))
        .min(1, 'is empty; list at least one')
        .optional(),
      topologies: specs,
      sizes: sizes.optional(),
      delays: specs.optional(),
      wakeups: specs.optional(),
      inputs: specs.optional(),
      weights: specs.optional(),
      clocks: specs.optional(),
      workloads: specs.optional(),
      faults: specs.optional(),
      f: z.union([integer(0), z.string()], 'expected a number, or a formula in n').optional(),
      beyond: z.boolean('expected true or false').optional(),
      zip: z.array(specs, "expected a list of lists, such as [['topology', 'wakeup']]").optional(),
      where: z
        .array(z.string('expected a constraint such as wakeup_k <= n'), 'expected a list of texts')
        .optional(),
      replicates: integer(1),
      untilCi: z.strictObject({ fraction: positive, least: integer(2).optional() }, anObject).optional(),
      seed: integer(0),
      budget: z
        .strictObject(
          {
            messages: positive.optional(),
            time: positive.optional(),
            seconds: positive.optional(),
          },
          anObject,
        )
        .optional(),
      check: z.enum(['every', 'sampled', 'final'], 'must be every, sampled or final').optional(),
      worstCases: worstCasesSchema(z).optional(),
      measure: z.string('expected a cost such as bits:load').optional(),
      charts: z.array(z.string('expected the name of a chart'), 'expected a list of names').optional(),
      growthClasses: z
        .array(z.string('expected a formula such as n*sqrt(n)'), 'expected a list of formulas')
        .optional(),
    },
    anObject,
  )
}

type Zod = typeof import('zod')['z']

/** What several keys look like. */
function formsOf(z: Zod) {
  const spec = z.string('expected a text such as ring').min(1, 'is empty')
  return {
    specs: z.array(spec, 'expected a list of texts').min(1, 'is empty; list at least one'),
    positive: z.number('expected a number').positive('must be above 0'),
    integer,
    sizes: z.array(integer(1), 'expected a list of numbers'),
    anObject: {
      error: (issue: { code: string }) => (issue.code === 'invalid_type' ? 'expected an object' : undefined),
    },
  }
  function integer(least: number, most = Number.MAX_SAFE_INTEGER) {
    return z.number('expected a number').refine((x) => Number.isSafeInteger(x) && x >= least && x <= most, {
      error: (issue) => `${issue.input} is not an integer of at least ${least}`,
    })
  }
}

function worstCasesSchema(z: Zod) {
  const { specs, integer, anObject, sizes } = formsOf(z)
  const someSizes = sizes.min(1, 'is empty; list at least one')
  return z.strictObject(
    {
      exact: z.strictObject({ sizes: someSizes, states: integer(1).optional() }, anObject).optional(),
      searched: z
        .strictObject(
          { sizes: someSizes, runs: integer(1).optional(), strategies: specs.optional() },
          anObject,
        )
        .optional(),
      forced: z.strictObject({ sizes: someSizes }, anObject).optional(),
      replicates: integer(1).optional(),
      except: specs.optional(),
    },
    anObject,
  )
}
