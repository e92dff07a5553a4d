import { parentPort, workerData } from 'node:worker_threads'
import { newPlace } from '../../engine/index.ts'
import type { Asked, Begun, SimulationReport, SimulationTask } from './report.ts'

const tell = (report: SimulationReport): void => parentPort?.postMessage(report)

/** Where the simulation says how far it is, in memory that the thread which watches it sees. */
export const sharedPlace = (): Float64Array => newPlace((workerData as Partial<SimulationTask> | null)?.place)

/** Tells the thread that watches what is to be done. */
export const tellAsked = (asked: Asked): void => tell({ kind: 'asked', asked })

/** Tells it that the run begins. */
export const tellBegun = (begun: Begun): void => tell({ kind: 'begun', begun })

/** Tells it that the run is over and told, and what the exit code is. */
export const tellRan = (code: number): void => tell({ kind: 'ran', code })
