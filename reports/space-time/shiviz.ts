import { describeStep, type Story, VectorClocks } from '../../engine/index.ts'

/**
 * The execution as a log for ShiViz (Beschastnikh et al. 2016): for each event a line with what happens, then one
 * with its processor and its vector timestamp. ShiViz reads it with the expression that it proposes,
 * `(?<event>.*)\n(?<host>\S*) (?<clock>{.*})`.
 */
export function shivizLog({ steps, instance }: Story): string {
  const clocks = new VectorClocks(instance.network.n)
  const lines = steps.flatMap((step) => {
    const clock = clocks.event(step.event, step.firstSent)
    const counts = Array.from(clock, (count, p) => [`p${p}`, count] as const).filter(([, count]) => count > 0)
    const text = describeStep(step, instance.network).trim().replace(/\s+/g, ' ')
    return [text, `p${step.event.processor} ${JSON.stringify(Object.fromEntries(counts))}`]
  })
  return `${lines.join('\n')}\n`
}
