// XML as text: elements, attributes, and text in which nothing is markup.

export type Xml = { readonly xml: string };
type Child = Xml | string | null;

/** What XML 1.0 cannot hold at all, written or escaped: halves of characters, controls, and two that are none. */
const UNHOLDABLE = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])[\p{Cc}]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(UNHOLDABLE, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** `el('w:p', { 'w:val': 1 }, …)`; a child that is a string is text. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Child | readonly Child[])[]
): Xml {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const inside = children
    .flat()
    .map((child) => (child === null ? '' : typeof child === 'string' ? escapeXml(child) : child.xml))
    .join('');
  return {
    xml: inside === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${inside}</${name}>`,
  };
}

export function xmlFile(root: Xml): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}`);
}
