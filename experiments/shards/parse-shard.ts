import { InputError } from '../../engine/index.ts'
import type { Shard } from '../cell/index.ts'
import { shardName } from '../cell/index.ts'

/** By what variables a scheduler tells a task which one it is. */
interface Scheduler {
  readonly name: string
  readonly index: string
  /** The number of the first task. */
  readonly first: 0 | 1
  /** The variable with the number of tasks, where there is one. */
  readonly count?: string
}

/** GNU parallel comes first: it runs within a task of the others. */
const schedulers: readonly Scheduler[] = [
  { name: 'GNU parallel', index: 'PARALLEL_SEQ', first: 1 },
  { name: 'a Slurm array', index: 'SLURM_ARRAY_TASK_ID', first: 1, count: 'SLURM_ARRAY_TASK_COUNT' },
  { name: 'a Kubernetes indexed job', index: 'JOB_COMPLETION_INDEX', first: 0 },
  { name: 'a PBS array', index: 'PBS_ARRAY_INDEX', first: 1 },
  { name: 'a Grid Engine array', index: 'SGE_TASK_ID', first: 1, count: 'SGE_TASK_LAST' },
  { name: 'an LSF array', index: 'LSB_JOBINDEX', first: 1, count: 'LSB_JOBINDEX_END' },
  {
    name: 'an AWS Batch array',
    index: 'AWS_BATCH_JOB_ARRAY_INDEX',
    first: 0,
    count: 'AWS_BATCH_JOB_ARRAY_SIZE',
  },
  { name: 'GitLab CI', index: 'CI_NODE_INDEX', first: 1, count: 'CI_NODE_TOTAL' },
]

/**
 * The shard that is asked for: `2/4`; `auto/4`, the index from the scheduler; `auto`, the count from it as well. Throws
 * an InputError if the environment does not say, or says what cannot be.
 */
export function parseShard(text: string, environment: Readonly<Record<string, string | undefined>>): Shard {
  const [, index, count] = /^(\d+|auto)(?:\/(\d+))?$/.exec(text) ?? []
  if (index === undefined || (index !== 'auto' && count === undefined))
    throw new InputError(`--shard is “${text}”; it must be like 2/4, or auto/4, or auto`)
  if (index !== 'auto') return checked({ index: Number(index), count: Number(count) }, text)
  const scheduler = schedulers.find((known) => isSet(environment[known.index]))
  if (scheduler === undefined)
    throw new InputError(
      `--shard ${text}: no scheduler says which shard this is; ${schedulers.map((known) => known.index).join(', ')} are not set`,
    )
  const task = integer(environment, scheduler.index)
  const total = count === undefined ? countOf(scheduler, environment, text) : Number(count)
  return checked({ index: task - scheduler.first + 1, count: total }, text, scheduler)
}

const isSet = (value: string | undefined): boolean =>
  // Grid Engine says so of a job that is no array.
  value !== undefined && value !== '' && value !== 'undefined'

function countOf(
  { name, index, count }: Scheduler,
  environment: Readonly<Record<string, string | undefined>>,
  text: string,
): number {
  if (count === undefined || !isSet(environment[count]))
    throw new InputError(
      `--shard ${text}: ${name} does not say how many shards there are; write --shard auto/4`,
    )
  const total = integer(environment, count)
  // A part of a Slurm array that is submitted again counts only itself.
  if (index === 'SLURM_ARRAY_TASK_ID' && integer(environment, 'SLURM_ARRAY_TASK_MAX', total) !== total)
    throw new InputError(
      `--shard ${text}: the tasks of the Slurm array are not numbered 1 to ${total}; write how many shards there are: --shard auto/4`,
    )
  return total
}

function integer(
  environment: Readonly<Record<string, string | undefined>>,
  variable: string,
  absent?: number,
): number {
  const text = environment[variable]
  if (absent !== undefined && !isSet(text)) return absent
  if (text !== undefined && /^\d{1,9}$/.test(text)) return Number(text)
  throw new InputError(`${variable} is “${text ?? ''}”; it must be a number`)
}

function checked(shard: Shard, text: string, scheduler?: Scheduler): Shard {
  const { index, count } = shard
  if (index >= 1 && index <= count) return shard
  if (scheduler === undefined)
    throw new InputError(`--shard is ${text}; the shards of ${count} are 1/${count} … ${count}/${count}`)
  const { first, name } = scheduler
  throw new InputError(
    `--shard ${text}: this is task ${index + first - 1} of ${name}, which makes it shard ${shardName(shard)}; ` +
      `number the tasks ${first} to ${count + first - 1}`,
  )
}
