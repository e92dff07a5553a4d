import {
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  type ComputedInstance,
  type Header,
  InputError,
  isSharedRecord,
  isStabilisingRecord,
  type NumberedLine,
  readHeader,
  readSharedHeader,
  readStabilisingHeader,
  recordedInstance,
  recordedObject,
  type SharedHeader,
  type StabilisingAlgorithm,
  type StabilisingHeader,
  wrapperSpecs,
  wrappers,
} from '../../engine/index.ts'
import { fileLines } from '../files/file-lines.ts'
import { readFile } from '../files/read-file.ts'
import { assertAllowed } from '../loading/allowed.ts'
import { importModule } from '../loading/import-module.ts'
import { loadAlgorithm } from '../loading/load.ts'
import { loadSharedAlgorithm } from '../loading/load-shared.ts'
import { loadStabilising } from '../loading/load-stabilising.ts'

/** A recorded execution in a file, whose header was read. */
export interface OpenRecord {
  readonly path: string
  readonly header: Header
  readonly algorithm: AnyAlgorithm
  readonly instance: ComputedInstance
  /** The lines after the header, read as they are asked for. */
  readonly lines: Iterable<NumberedLine>
}

/** The same of an execution on shared memory. */
export interface OpenSharedRecord {
  readonly path: string
  readonly header: SharedHeader
  readonly shared: AnySharedAlgorithm
  readonly lines: Iterable<NumberedLine>
}

/** The same of a self-stabilising algorithm. */
export interface OpenStabilisingRecord {
  readonly path: string
  readonly header: StabilisingHeader
  readonly stabilising: StabilisingAlgorithm
  readonly lines: Iterable<NumberedLine>
}

/** Whose code may run to open a record. */
export interface RecordTrust {
  /** The algorithm, as for `loadAlgorithm`, instead of the one that the file names. */
  readonly algorithm?: string | undefined
  /** Modules, or folders of modules, that the file may name. */
  readonly allow?: readonly string[] | undefined
}

/**
 * Opens a recorded execution. The algorithm is the one that the header names, if that is of the catalogue or allowed, or
 * the one given. Throws an InputError if the file cannot be read or is none, or if it names a module that is not allowed.
 */
export async function openRecord(path: string, trust: RecordTrust = {}): Promise<OpenRecord> {
  const record = await openAnyRecord(path, trust)
  if (!('shared' in record)) return record
  throw new InputError(`${path} is an execution on shared memory; one that passes messages is needed`)
}

/** The same for an execution of either model. */
export async function openAnyRecord(
  path: string,
  trust: RecordTrust = {},
): Promise<OpenRecord | OpenSharedRecord> {
  const record = await openEveryRecord(path, trust)
  if (!('stabilising' in record)) return record
  throw new InputError(
    `${path} is an execution of a self-stabilising algorithm, which can be verified, replayed and drawn only`,
  )
}

/** The same for whatever can be verified. */
export async function openEveryRecord(
  path: string,
  trust: RecordTrust = {},
): Promise<OpenRecord | OpenSharedRecord | OpenStabilisingRecord> {
  const lines = fileLines(path)
  const first = lines.next()
  if (first.done) throw new InputError(`${path} is empty; its first line must be a header`)
  const { text } = first.value
  if (isStabilisingRecord(text)) return await openStabilising(path, text, lines, trust)
  return isSharedRecord(text)
    ? await openShared(path, text, lines, trust)
    : await openMessages(path, text, lines, trust)
}

async function openMessages(
  path: string,
  text: string,
  lines: Iterable<NumberedLine>,
  { algorithm: given, allow = [] }: RecordTrust,
): Promise<OpenRecord> {
  const place = () => `${path}, line 1`
  const header = readHeader(text, place)
  const { module, algorithm: name, families = [], neighbors } = header
  if (given === undefined && module !== null) assertAllowed(module, allow, place())
  // Where the network is listed, nothing has to be built by the code of the families, unless they wrap the algorithm.
  const unknown = wrapperSpecs(name).some((spec) => wrappers.find(spec) === null)
  if (neighbors === null || allow.length > 0 || unknown)
    for (const family of families) {
      assertAllowed(family, allow, place())
      await importModule(family)
    }
  const algorithm = await loadAlgorithm(given ?? (module === null ? name : `${module}#${name}`))
  return { path, header, algorithm, instance: recordedInstance(header, algorithm, readFile, place), lines }
}

async function openShared(
  path: string,
  text: string,
  lines: Iterable<NumberedLine>,
  { algorithm: given, allow = [] }: RecordTrust,
): Promise<OpenSharedRecord> {
  const place = () => `${path}, line 1`
  const header = readSharedHeader(text, place)
  const { module, algorithm: name } = header
  if (given === undefined && module !== null) assertAllowed(module, allow, place())
  const named = given ?? (module === null ? name : `${module}#${name}`)
  if (header.network !== undefined) {
    const algorithm = await loadAlgorithm(named)
    return { path, header, shared: recordedObject(header, algorithm, place), lines }
  }
  const shared = await loadSharedAlgorithm(named)
  if (shared === null) throw new InputError(`${place()}: there is no algorithm for shared memory “${named}”`)
  return { path, header, shared, lines }
}

async function openStabilising(
  path: string,
  text: string,
  lines: Iterable<NumberedLine>,
  { algorithm: given, allow = [] }: RecordTrust,
): Promise<OpenStabilisingRecord> {
  const place = () => `${path}, line 1`
  const header = readStabilisingHeader(text, place)
  const { module, algorithm: name } = header
  if (given === undefined && module !== null) assertAllowed(module, allow, place())
  const named = given ?? (module === null ? name : `${module}#${name}`)
  const loaded = await loadStabilising(named)
  if (loaded === null) throw new InputError(`${place()}: there is no self-stabilising algorithm “${named}”`)
  return { path, header, stabilising: loaded.algorithm, lines }
}
