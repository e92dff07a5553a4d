/** What runs in a worker thread that maps are made on: one system after the other. */
import { Console } from 'node:console'
import { answer } from '../threads/thread.ts'
import { look } from './look.ts'
import type { System } from './system.ts'

// Standard output is for results; what users' handlers print goes where progress goes.
globalThis.console = new Console(process.stderr)

export default async (system: System) => answer(() => look(system))
