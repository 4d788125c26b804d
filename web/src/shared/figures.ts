/** 1,234,567: the same in both languages. */
export const figure = (value: number): string => value.toLocaleString('en-US')

/** 1,234,567 bytes as "1.2 MB". */
export function sizeWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit] ?? ''}`
}
