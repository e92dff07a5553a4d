/**
 * What runs in a process of its own: one workload with one queue, so that no other has shaped its compiled code or its
 * heap. Says when it is ready; then every message it is sent is a turn, which it answers with what it measured.
 */
import { Bench } from 'tinybench'
import { queues } from './queues.ts'
import { workloadNamed } from './workloads.ts'

/** What is to be done in a turn: runs for so many milliseconds, but at least one. */
export interface Turn {
  readonly milliseconds: number
}

export interface TurnResult {
  readonly messages: number
  /** The median of a turn's runs, in milliseconds of CPU time of the whole process. */
  readonly milliseconds: number
}

const [workload, queue] = process.argv.slice(2)
const prepareRun = workloadNamed(workload!).prepare(queue === undefined ? undefined : queues[queue])

warmUp()
process.on('message', (turn: Turn) => void take(turn).then((result) => process.send!(result)))
process.send!('ready')

/** Has the code compiled: by several runs, which are short whatever the workload, for some time; then by a whole one. */
function warmUp(): void {
  const start = performance.now()
  for (let runs = 0; runs < 10 || performance.now() - start < 200; runs++) prepareRun(30_000)()
  prepareRun()()
}

async function take({ milliseconds }: Turn): Promise<TurnResult> {
  let messages = 0
  const bench = new Bench({ time: milliseconds, iterations: 1, warmup: false, throws: true })
  bench.add(
    'run',
    () => {
      const run = prepareRun()
      const start = process.cpuUsage()
      messages = run()
      const { user, system } = process.cpuUsage(start)
      return { overriddenDuration: (user + system) / 1000 }
    },
    { async: false },
  )
  await bench.run()
  const { result } = bench.tasks[0]!
  if (result.state !== 'completed') throw new Error(`the run is ${result.state}`)
  return { messages, milliseconds: result.latency.p50 }
}
