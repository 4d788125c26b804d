/** Puts text on the clipboard, also where the page is served over plain HTTP. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.style.position = 'fixed'
    area.style.opacity = '0'
    document.body.append(area)
    area.select()
    // The only way without a secure context; deprecated and supported everywhere.
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
