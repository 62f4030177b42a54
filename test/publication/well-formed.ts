import Parser from 'rss-parser'

/** Does a strict XML parser read it to the end? The feed around it is only there because the parser reads feeds. */
export const wellFormed = async (markup: string): Promise<boolean> => {
  try {
    await new Parser().parseString(
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>t</title><item><title>t</title><x>${markup}</x></item></channel></rss>`,
    )
    return true
  } catch {
    return false
  }
}
