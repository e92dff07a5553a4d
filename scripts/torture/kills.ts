import { disturb, prepare, type Way } from '../kill-sweeps.ts'
import { shareOf, type Trial, type TrialOptions, type TrialResult } from './trial.ts'

/** Processes of a sweep that are killed or told to end; resumed, it ends with the same bytes. */
export const kills: Trial = {
  name: 'sweeps that are killed',
  needs: () => (process.platform === 'win32' ? 'this needs a POSIX system' : null),
  async run(options: TrialOptions): Promise<TrialResult> {
    const subject = await prepare(options.folder, Math.max(4, shareOf(60, options)))
    const each = shareOf(25, options)
    const failures: string[] = []
    const ways: readonly Way[] = ['coordinator', 'worker', 'SIGINT', 'SIGTERM']
    for (const way of ways)
      await disturb(subject, way, each).catch((error: unknown) => failures.push(`${way}: ${error}`))
    return { tried: each * ways.length, failures }
  },
}
