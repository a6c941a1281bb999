// Chinese input methods type full-width letters, digits and signs (１Ａ，％); codes and numbers are read in half-width.

/** Full-width ASCII (U+FF01–FF5E) and the ideographic space in their ordinary form; everything else unchanged. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
