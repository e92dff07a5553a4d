/** A headless browser, or the reason why there is none. */
export async function startBrowser() {
  try {
    const { chromium } = await import('playwright-core')
    const { default: binary } = await import('@sparticuz/chromium')
    return await chromium.launch({
      executablePath: await binary.executablePath(),
      args: [
        // In a single process, closing one page would end the browser.
        ...binary.args.filter((arg) => arg !== '--single-process'),
        // There is no graphics card, and to imitate one takes much longer than to draw without.
        '--disable-accelerated-2d-canvas',
      ],
      headless: true,
    })
  } catch (error) {
    return (error as Error).message.split('\n')[0]!
  }
}
