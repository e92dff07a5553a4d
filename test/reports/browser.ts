/** A headless browser, or the reason why there is none. */
export async function startBrowser() {
  try {
    const { chromium } = await import('playwright-core')
    const { default: binary } = await import('@sparticuz/chromium')
    return await chromium.launch({
      executablePath: await binary.executablePath(),
      // In a single process, closing one page would end the browser.
      args: binary.args.filter((arg) => arg !== '--single-process'),
      headless: true,
    })
  } catch (error) {
    return (error as Error).message.split('\n')[0]!
  }
}
