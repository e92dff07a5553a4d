import {
  deafProcessors,
  generalsRun,
  hexagon,
  InputError,
  recordSchedule,
  roundChain,
  splitHalves,
  stayUndecided,
  timeSchedule,
  twoGenerals,
} from '../../engine/index.ts'
import {
  type FaultSubject,
  prepareFaults,
  recordedModule,
  recordScript,
  recordScriptedRun,
  recordUndecided,
  writeSchedule,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import {
  chainJson,
  describeChain,
  describeHexagon,
  describeUndecided,
  hexagonJson,
  undecidedJson,
} from '../output/describe-agreement.ts'
import {
  deafJson,
  describeDeaf,
  describeGenerals,
  describeHalves,
  generalsJson,
  halvesJson,
} from '../output/describe-silence.ts'
import { assertDrawable, drawUndecided } from './draw-undecided.ts'

/** The options that the bounds of agreement have. */
export interface AgreementOptions {
  readonly n: number
  readonly f: number
  /** The f that the algorithm is told, if it is another. */
  readonly told?: number
  readonly events: number
  readonly record?: string
  readonly draw?: string
  readonly json?: true
}

/** Configurations that are gone through to see what can be decided. */
const states = 5000

/** By name, what carries out the proof of a theorem about agreement; gives the exit code. */
export const agreementBounds: Readonly<
  Record<string, (name: string, options: AgreementOptions) => Promise<number>>
> = { flp, rounds, liars, messages, generals, halves }

/** An algorithm on a complete network, whose identifiers and channels are in order. */
async function subjectOf(
  name: string,
  faults: string,
  { n, f, told = f }: AgreementOptions,
): Promise<FaultSubject> {
  return await prepareFaults({
    algorithm: name,
    cell: {
      ...{ algorithm: name, timing: 'synchronous', topology: 'complete', n, delay: null, wakeup: 'all' },
      ...{
        faults: `${faults}${faults.includes(':') ? ',' : ':'}f=${f}`,
        f: told,
        inputs: 'ids=ascending,ports=sorted',
        replicate: 0,
        seed: 1,
      },
    },
    inputs: 'chosen',
    beyond: true,
  })
}

async function flp(name: string, options: AgreementOptions): Promise<number> {
  if (options.f !== 1) throw new InputError(`the theorem is about f = 1; here f = ${options.f}`)
  if (options.draw !== undefined) assertDrawable(options.draw)
  const subject = await subjectOf(name, 'crash', options)
  const { algorithm, instance } = subject
  const found = stayUndecided(algorithm, instance, { events: options.events, states })
  const recorded = recordUndecided(subject, found)
  const file = options.record ?? null
  if (file !== null) writeSchedule(recorded, file)
  if (options.draw !== undefined) await drawUndecided(options.draw, subject, found)
  tell(options, undecidedJson({ algorithm, found, file }), describeUndecided({ algorithm, found, file }))
  return found.outcome === 'undecided' ? exitCodes.ok : exitCodes.violated
}

async function rounds(name: string, options: AgreementOptions): Promise<number> {
  const subject = await subjectOf(name, 'crash', options)
  const { algorithm, instance, model } = subject
  const found = roundChain(algorithm, instance, model)
  const shown = found.links[found.broken ?? found.latest]!
  const file = options.record ?? null
  if (file !== null) writeSchedule(recordScript(subject, instance, shown.script), file)
  tell(options, chainJson({ algorithm, found, file }), describeChain({ algorithm, found, file }))
  return found.broken === null && shown.decided !== null && shown.decided > found.f
    ? exitCodes.ok
    : exitCodes.violated
}

async function liars(name: string, options: AgreementOptions): Promise<number> {
  const subject = await subjectOf(name, 'byzantine', options)
  const { algorithm, instance, model } = subject
  const found = hexagon(algorithm, instance, model)
  const view = found.views.find(({ broken }) => broken !== null)
  const file = view === undefined ? null : (options.record ?? null)
  if (file !== null) writeSchedule(recordScript(subject, instance, view!.script), file)
  tell(options, hexagonJson({ algorithm, found, file }), describeHexagon({ algorithm, found, file }))
  return exitCodes.violated
}

async function messages(name: string, options: AgreementOptions): Promise<number> {
  const subject = await subjectOf(name, 'omission:kind=general', options)
  const { algorithm, instance } = subject
  const found = deafProcessors(algorithm, instance, options.f)
  const script = found.wrong?.script ?? found.script
  const begun = found.wrong === null ? instance.with({ values: found.values }) : instance
  const file = options.record ?? null
  if (file !== null) writeSchedule(recordScript(subject, begun, script), file)
  tell(options, deafJson({ algorithm, found, file }), describeDeaf({ algorithm, found, file }))
  return found.wrong === null ? exitCodes.ok : exitCodes.violated
}

async function generals(name: string, options: AgreementOptions): Promise<number> {
  const subject = await subjectOf(name, 'crash', { ...options, f: 0, told: options.told ?? 0 })
  const { algorithm, instance, setting } = subject
  const found = twoGenerals(algorithm, instance, setting.identifiers)
  const file = found.broken === null ? null : (options.record ?? null)
  if (file !== null) {
    const run = generalsRun(instance, found.links[found.broken!]!, setting.identifiers)
    writeSchedule(recordScriptedRun(algorithm, run), file)
  }
  tell(options, generalsJson({ algorithm, found, file }), describeGenerals({ algorithm, found, file }))
  return exitCodes.violated
}

async function halves(name: string, options: AgreementOptions): Promise<number> {
  const { algorithm, instance, setting } = await subjectOf(name, 'crash', options)
  const found = splitHalves(algorithm, instance, options)
  const begun = instance.with({ values: found.values })
  const timed = timeSchedule(algorithm, begun, found.schedule, 'at zero')
  const { identifiers } = setting
  const recorded = recordSchedule(algorithm, begun, timed, { module: recordedModule(algorithm), identifiers })
  const file = options.record ?? null
  if (file !== null) writeSchedule(recorded, file)
  const told = { algorithm, found, recorded, file }
  tell(options, halvesJson(told), describeHalves(told))
  return exitCodes.violated
}

function tell({ json }: AgreementOptions, data: object, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(data)}\n` : text)
}
