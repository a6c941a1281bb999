// The one queue of evidence in this browser tab, and how a component follows it.
import { useSyncExternalStore } from 'react';
import { request } from '#web/client/api.ts';
import { queries } from '#web/client/queries.ts';
import { type Upload, uploadQueue } from './upload-queue.ts';

export const evidencePath = (zone: string, appealId: string): string =>
  `/zones/${zone}/appeals/${appealId}/evidence`;

export const uploads = uploadQueue(
  (path, file) =>
    request(`${path}?file_name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }),
  () => void queries.invalidateQueries({ queryKey: ['evidence'] }),
);

export const useUploads = (path: string): readonly Upload[] =>
  useSyncExternalStore(uploads.subscribe, () => uploads.of(path));
