import { isFinal } from '../claims/value.ts'
import type {
  AnyAlgorithm,
  Claim,
  Claims,
  ConfigurationView,
  FinalQuantity,
  Property,
  Quantity,
} from '../model/index.ts'
import type { Around } from './inside.ts'

/** The configuration as the algorithm inside a wrapper has it. States change in place, so it changes with the other. */
export function innerView({ instance, states }: ConfigurationView): ConfigurationView {
  const around = states as readonly Around[]
  return {
    instance,
    states: around.map(({ inner }) => inner),
    terminated: (p) => around[p]!.over,
  }
}

/** The properties of the algorithm inside, as those of the wrapper. */
export function innerProperties({ properties = {} }: AnyAlgorithm): Record<string, Property> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, { kind, check, follow }]): [string, Property] => [
      name,
      {
        kind,
        check: (configuration) => check(innerView(configuration)),
        ...(follow && { follow: (configuration: ConfigurationView) => follow(innerView(configuration)) }),
      },
    ]),
  )
}

/**
 * The same where the processors inside are not all in the same round: what is said of every configuration is said of the
 * final one, in which they are.
 */
export const finalProperties = (algorithm: AnyAlgorithm): Record<string, Property> =>
  Object.fromEntries(
    Object.entries(innerProperties(algorithm)).map(([name, { check }]) => [
      name,
      { kind: 'liveness', check },
    ]),
  )

/** Its columns. */
export const innerColumns = ({ columns = {} }: AnyAlgorithm): NonNullable<AnyAlgorithm['columns']> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, { description, read }]) => [
      name,
      { description, read: (final: ConfigurationView) => read(innerView(final)) },
    ]),
  )

/**
 * All that is claimed of the algorithm inside, for a wrapper that sends a message where it does and none besides. Sizes are
 * others, and so are the types of messages, unless the wrapper has them, too (`types`).
 */
export const innerClaims = ({ claims = {} }: AnyAlgorithm, { types = false } = {}): Claims =>
  Object.fromEntries(
    Object.entries(claims)
      .filter(([measure]) => !measure.startsWith('bits') && (types || !measure.startsWith('messages:')))
      .map(([measure, about]) => [measure, [about ?? []].flat().map(innerClaim)]),
  )

/** A claim of the algorithm inside: what it reads off the final configuration, it reads off that inside. */
export function innerClaim(claim: Claim): Claim {
  const { where } = claim
  if (where === undefined) return claim
  const inside = (quantity: Quantity): Quantity => (isFinal(quantity) ? finalInside(quantity) : quantity)
  return {
    ...claim,
    where: Object.fromEntries(Object.entries(where).map(([name, quantity]) => [name, inside(quantity)])),
  }
}

const finalInside = ({ description, final }: FinalQuantity): FinalQuantity => ({
  description,
  final: (configuration) => final(innerView(configuration)),
})
