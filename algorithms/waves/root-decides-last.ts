import type { ConfigurationView, Finding } from '../../engine/index.ts'

/** When the root decides, everyone else has sent its last message. */
export function rootDecidesLast(configuration: ConfigurationView): Finding {
  const { instance, states } = configuration
  if (!configuration.terminated(instance.root)) return true
  const late = states.findIndex((_, p) => !configuration.terminated(p))
  return late < 0 || `the root has decided, and p_${late} has not finished`
}
