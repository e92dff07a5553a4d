import type { Command } from 'commander'
import { describeStep, type Link, LiveRecord, WitnessFinder } from '../../engine/index.ts'
import { RecordFile, type RecordSink } from '../../experiments/index.ts'
import { StepSink } from '../output/step-sink.ts'
import { addScopeOptions, inScope, type ScopeOptions, scopeOf } from './scope.ts'

/** The options of whatever runs one execution. */
export interface RecordOptions extends ScopeOptions {
  readonly record?: string
  readonly trace?: true
  readonly witness?: true
  readonly json?: true
}

/** Adds them to a command. */
export function addRecordOptions(command: Command): Command {
  return addScopeOptions(
    command
      .option('--record <file>', 'write the execution to this file, for verify, replay and draw')
      .option('--trace', 'print the events in readable lines')
      .option('--witness', 'print the chain of messages that realises the time'),
  )
}

/** What looks on as the options ask. */
interface Sinks {
  readonly sinks: readonly RecordSink[]
  /** The witness of the time, if it was asked for. */
  witness(): readonly Link[] | null
  /** To be called when the run is over, however it ended. */
  done(): void
}

/** `print` takes the lines of the trace. */
export function sinksOf(options: RecordOptions, print: (text: string) => void): Sinks {
  const scope = scopeOf(options)
  const file = options.record === undefined ? null : new RecordFile(options.record)
  const trace = new StepSink((step, { replica }) => {
    if (inScope(scope, step.event)) print(`${describeStep(step, replica.instance.network)}\n`)
  })
  const finder = new WitnessFinder()
  const live = new LiveRecord((event) => finder.event(event))
  const witness: RecordSink = { begin() {}, write: (block) => live.write(block), finish() {} }
  return {
    sinks: [file ?? [], options.trace ? trace : [], options.witness ? witness : []].flat(),
    witness: () => (options.witness ? finder.chain() : null),
    done: () => file?.abandon(),
  }
}
