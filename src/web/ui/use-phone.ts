// Whether the screen is a narrow one.
import { watching } from './use-media.ts';

export const usePhone = watching('(max-width: 720px)');
