/** “1 channel”, “1,323 channels”. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${digits} ${count === 1 ? noun : nouns}`
}
