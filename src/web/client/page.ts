// What a slice says of a page: where it lies, who may open it, under which words, and how it is loaded.
import type { ComponentType } from 'react';
import type { Role } from '#core/roles.ts';
import type { Pair } from '../words/words.ts';

export const MENU_GROUPS = [
  'work',
  'data',
  'evaluation',
  'enterprises',
  'decisions',
  'public',
  'basics',
  'system',
] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];

export type Page = {
  /** Below `/z/$zone`, such as `/runs/$run_id`; with `bare` from the root. */
  readonly path: string;
  readonly title: Pair;
  /** Absent: every role. The server decides; this only spares people a refusal. */
  readonly roles?: readonly Role[];
  /** Absent: not in the menu, reached from another page. */
  readonly menu?: { readonly group: MenuGroup; readonly order: number };
  /** Without the frame of menu and top bar. */
  readonly bare?: boolean;
  /** The page of the guide that explains it, a file name in docs/guide without its ending. */
  readonly guide?: string;
  readonly load: () => Promise<ComponentType>;
};

/** Everybody but the three administrators. Written out here: the list beside the roles comes with a validator. */
export const WORKING: readonly Role[] = [
  'leader',
  'evaluation_officer',
  'data_officer',
  'park_manager',
  'enterprise_user',
  'expert',
];
