/** When a message arrives that was sent now: later than now, even if the delay is too small for the clock's precision. */
export function after(now: number, delay: number): number {
  const arrival = now + delay
  return arrival > now ? arrival : now + Math.max(Number.MIN_VALUE, now * 2 ** -52)
}
