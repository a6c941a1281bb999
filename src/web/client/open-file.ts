// Files that the server only hands out as downloads, shown all the same: fetched by the page, opened under an address of its own.
import { request } from './api.ts';

/** A blob that the page may show; `type` is what the page takes it for, whatever the server said. */
export async function fetchFile(path: string, type: string): Promise<Blob> {
  const content = await (await request(path)).arrayBuffer();
  return new Blob([content], { type });
}

/** A minute is enough for a browser to read what it was given. */
const READ_MS = 60_000;

/** In a tab of its own, which is opened at once: a later one would be taken for an advertisement. */
export async function openPdf(path: string): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const url = URL.createObjectURL(await fetchFile(path, 'application/pdf'));
    if (tab === null) location.assign(url);
    else tab.location.href = url;
    setTimeout(() => URL.revokeObjectURL(url), READ_MS);
  } catch (error) {
    tab?.close();
    throw error;
  }
}
