/** The opacity of a bar: light while an operation is pending, dark while what it gave is held. */
export const barOpacity = { pending: 0.14, held: 0.42 } as const
