/** The bit that an input stands for where processors agree on bits: of an input that is no bit, its parity. */
export const bitOf = (value: number): number => value % 2
