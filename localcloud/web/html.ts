const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for HTML, in content and in attributes. */
export const escaped = (value: unknown): string =>
  String(value ?? '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

/** A whole page in plain HTML; `body` is markup, the title is text. */
export const htmlPage = (title: string, style: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>body{margin:0 auto;padding:24px;color:#1f2329;background:#f7f5f2;font:18px/1.6 system-ui,sans-serif}${style}</style>
<body>${body}</body>
</html>`

/** A table of escaped cells. */
export const htmlTable = (heads: readonly string[], rows: readonly (readonly unknown[])[]): string => {
  const line = (cells: readonly unknown[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${line(heads, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`
}
