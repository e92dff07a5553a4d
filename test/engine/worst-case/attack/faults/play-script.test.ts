import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  faultModel,
  runScript,
  Streams,
  scriptedRun,
} from '../../../../../engine/index.ts'
import { ScriptPlayer } from '../../../../../engine/worst-case/attack/faults/play-script.ts'
import type { ScriptChoices } from '../../../../../engine/worst-case/attack/faults/script-choices.ts'
import { freshScript, varyScript } from '../../../../../engine/worst-case/attack/faults/vary-script.ts'
import { lieOptions } from '../../../../../engine/worst-case/resilience/index.ts'
import fc from '../../../../helpers/property.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

const cases = [
  ['floodset', 4, 2, 'crash:f=2'],
  ['floodset-delta', 4, 1, 'crash:f=3'],
  ['early-stopping', 5, 2, 'crash:f=3'],
  ['two-phase-commit', 4, 1, 'crash:f=1'],
  ['floodset', 4, 1, 'omission:f=2,kind=general'],
  ['early-stopping', 4, 1, 'omission:f=1,kind=receive'],
  ['phase-king', 4, 1, 'byzantine:f=1'],
  ['eig-byzantine', 3, 1, 'byzantine:f=1'],
  ['oral-messages', 3, 1, 'byzantine:f=1'],
] as const

test('a script that is played step by step costs, breaks and decides what the engine says: 300 random scripts', () => {
  let broken = 0
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(1_000_000), ([name, n, f, faults], seed) => {
      const algorithm = algorithms.find((one) => one.name === name) as AnyAlgorithm
      const instance = completeInstance(n, f)
      const stream = new Streams(seed).stream('test')
      const choices: ScriptChoices = {
        ...{ n, model: faultModel(faults, n), rounds: 2, frontier: 1, values: true, inputs: 2, stream },
        lies: ({ liars, values }, liar, receiver, round) =>
          lieOptions(algorithm, instance.with({ values }), { liar, receiver, round, liars, secrets: [] }),
      }
      let script = freshScript(new Array(n).fill(0), choices)
      for (let i = 0; i < 6; i++) script = varyScript(script, choices)
      const played = new ScriptPlayer(algorithm, instance, choices.model).play(script)!
      const { execution } = runScript(algorithm, scriptedRun(algorithm, instance, script))
      const { outcome, measures, final } = execution
      assert.equal(played.broken === null, outcome.kind !== 'violated', JSON.stringify(script))
      if (outcome.kind === 'violated') {
        // Which of two properties it names may differ: the engine stops within the round.
        broken++
        return
      }
      assert.deepEqual(
        [played.messages, played.messagesByType, played.rounds],
        [measures.messages, measures.messagesByType, measures.time],
        JSON.stringify(script),
      )
      assert.deepEqual(played.marks, measures.marks)
      const decided = (states: readonly object[]) =>
        states.flatMap((state, p) =>
          script.liars.includes(p) ? [] : [(state as { decided: unknown }).decided],
        )
      assert.deepEqual(decided(played.final.states), decided(final.states))
    }),
    { numRuns: 300 },
  )
  assert.ok(broken > 20, `${broken} broke something`)
})
