import { describe, expect, test } from 'vitest';
import { docsPage } from '#server/docs-page.ts';
import { listEndpoints, openApiDocument } from '#server/openapi.ts';

describe('the description of the API', () => {
  test('is the committed one', async () => {
    const text = `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../docs/openapi.json');
  });

  test('has every endpoint, once, with words in both languages', async () => {
    const { paths, openapi } = await openApiDocument();
    expect(openapi).toMatch(/^3\.1/);
    for (const { method, path, summary } of listEndpoints()) {
      expect(Object.keys(paths[path] ?? {})).toContain(method.toLowerCase());
      expect(summary).toMatch(/[\u4e00-\u9fff].* · .*[A-Za-z]/);
    }
    const routes = listEndpoints().map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  test('is readable as a page, without anything from elsewhere', () => {
    const page = docsPage();
    for (const { path } of listEndpoints()) expect(page).toContain(`/api${path}`);
    expect(page).not.toMatch(/<script|https?:/);
  });
});
