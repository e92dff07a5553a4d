import { type RunMemory, totalOf } from '../../experiments/index.ts'

/** What the run that needs the most memory needs, and for what: a line. */
export function describeMemory(memory: RunMemory | null): string {
  if (memory === null) return 'memory is not known before the files are read\n'
  const { cell, network, processors, messages, program } = memory
  const parts = Object.entries({ network, processors, messages, program })
    .map(([part, bytes]) => `${part} ${mebibytes(bytes)}`)
    .join(', ')
  return `memory: ${mebibytes(totalOf(memory))} MiB for ${cell.algorithm} on ${cell.topology} with n = ${cell.n} (${parts})\n`
}

/** The same in bytes. */
export function memoryData(memory: RunMemory | null): object | null {
  if (memory === null) return null
  const { cell, network, processors, messages, program } = memory
  const { algorithm, topology, n } = cell
  const bytes = { total: totalOf(memory), network, processors, messages, program }
  return { algorithm, topology, n, bytes }
}

const mebibytes = (bytes: number): string => Math.ceil(bytes / 2 ** 20).toLocaleString('en')
