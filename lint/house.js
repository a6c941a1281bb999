// Who may import whom, as one table, and the linter plugin that holds it together with our file conventions.
// `test/house/imports.test.ts` applies the same table without the linter.

import path from 'node:path/posix';

/**
 * A room is a part of the tree with its own rights.
 * @typedef {object} Rights
 * @property {readonly string[] | 'any'} rooms rooms it may import; always includes itself
 * @property {readonly string[] | 'any'} packages npm packages it may import; Node's own modules only with 'any'
 */

/** What may run in a browser. */
const BROWSER_SAFE = /** @type {const} */ ([
  'react',
  'react-dom',
  'antd',
  '@ant-design/icons',
  '@tanstack/react-router',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/openapi-client',
  '@uwdata/flechette',
  '@noble/hashes',
  '@fontsource-variable/inter',
  '@e965/xlsx',
  'echarts',
  'maplibre-gl',
  // Types only.
  'geojson',
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/lang-yaml',
  '@codemirror/language',
  '@codemirror/lint',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  'virtual:contract',
]);

const SLICE_FLOOR = /** @type {const} */ (['core', 'engine', 'rules']);

/**
 * The table. `rules` are the contract and model of a slice: safe in a browser, like the engine.
 * @satisfies {Record<string, Rights>}
 */
export const RIGHTS = {
  core: { rooms: ['core'], packages: ['zod', '@orpc/contract'] },
  engine: {
    rooms: ['core', 'engine'],
    packages: ['zod', 'yaml', 'jsep', '@uwdata/flechette', '@noble/hashes'],
  },
  rules: { rooms: SLICE_FLOOR, packages: ['zod', '@orpc/contract'] },
  platform: { rooms: ['core', 'engine', 'platform'], packages: 'any' },
  capabilities: { rooms: [...SLICE_FLOOR, 'platform', 'capabilities'], packages: 'any' },
  features: { rooms: [...SLICE_FLOOR, 'platform', 'capabilities', 'features'], packages: 'any' },
  'slice-web': { rooms: [...SLICE_FLOOR, 'web', 'slice-web'], packages: BROWSER_SAFE },
  web: { rooms: [...SLICE_FLOOR, 'web', 'slice-web'], packages: BROWSER_SAFE },
  server: { rooms: [...SLICE_FLOOR, 'platform', 'capabilities', 'features', 'server'], packages: 'any' },
  cli: {
    rooms: [...SLICE_FLOOR, 'platform', 'capabilities', 'features', 'server', 'cli', 'seed'],
    packages: 'any',
  },
  test: { rooms: 'any', packages: 'any' },
  seed: { rooms: 'any', packages: 'any' },
  bench: { rooms: 'any', packages: 'any' },
  // Configuration, the linter plugin and the build: of our code they know only the contracts, which the pages are built with.
  tools: { rooms: ['tools', 'rules'], packages: 'any' },
};

/** Features whose public files a feature may import. Must stay acyclic; a feature not listed may call none. */
export const MAY_CALL = /** @type {Readonly<Record<string, readonly string[]>>} */ ({});

/** The files of a slice that others may import. */
const PUBLIC_FILE = /^(?:contract|model|service)(?:\.ts|\/)|^web\/index\.tsx$/;

/** What only the composition root sees of a slice besides: it puts the parts together. */
const ASSEMBLED_FILE = /^(?:routes|files|jobs|messages)(?:\.ts|\/)/;

/** The only files that may re-export: the doors of the engine and of a slice's pages. */
const DOOR = /^src\/engine\/index\.ts$|^src\/(?:capabilities|features)\/[^/]+\/web\/index\.tsx$/;

const SLICE = /^src\/(capabilities|features)\/([^/]+)\/(.+)$/;

/**
 * The room of a file, given by its path from the root of the repository.
 * @param {string} file
 * @returns {keyof typeof RIGHTS}
 */
export function roomOf(file) {
  // All contracts under one roof are as safe in a browser as each of them.
  if (file === 'src/server/contract.ts') return 'rules';
  if (/\.test\.tsx?$/.test(file)) return 'test';
  const inside = SLICE.exec(file)?.[3];
  if (inside !== undefined && /^(?:contract|model)(?:\.ts$|\/)/.test(inside)) return 'rules';
  if (inside?.startsWith('web/')) return 'slice-web';
  const top = /^(?:src\/)?([^/]+)\//.exec(file)?.[1] ?? '';
  return isRoom(top) ? top : 'tools';
}

/**
 * @param {string} name
 * @returns {name is keyof typeof RIGHTS}
 */
function isRoom(name) {
  return Object.hasOwn(RIGHTS, name);
}

/**
 * Says why `file` must not import `specifier`; undefined when it may.
 * @param {string} file path from the root of the repository
 * @param {string} specifier as written in the import
 * @returns {string | undefined}
 */
export function importFault(file, specifier) {
  const from = roomOf(file);
  if (specifier.startsWith('../../'))
    return `climbs out of its folder: write '#room/…' instead of '${specifier}'`;
  if (!/^[.#]/.test(specifier)) return packageFault(from, specifier);

  const target = resolveOwn(file, specifier);
  const to = roomOf(target);
  if (specifier.startsWith('..') && folderOfRoom(target) !== folderOfRoom(file)) {
    return `leaves its room: write '#room/…' instead of '${specifier}'`;
  }
  const { rooms } = RIGHTS[from];
  if (rooms === 'any') return undefined;
  return rooms.some((room) => room === to)
    ? sliceFault(file, target)
    : `room ${from} may not import room ${to}`;
}

/**
 * @param {keyof typeof RIGHTS} from
 * @param {string} specifier
 */
function packageFault(from, specifier) {
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  const { packages } = RIGHTS[from];
  if (packages === 'any' || packages.some((allowed) => allowed === name)) return undefined;
  return `room ${from} may not import the package ${name}`;
}

/**
 * Between slices only public files are visible, capabilities never see features, and features follow MAY_CALL.
 * @param {string} file
 * @param {string} target
 */
function sliceFault(file, target) {
  const to = SLICE.exec(target);
  if (to === null) return undefined;
  const [, toKind = '', toSlice = '', toFile = ''] = to;
  const [, fromKind = '', fromSlice = ''] = SLICE.exec(file) ?? [];
  if (fromKind === toKind && fromSlice === toSlice) return undefined;
  if (roomOf(file) === 'server' && ASSEMBLED_FILE.test(toFile)) return undefined;
  if (!PUBLIC_FILE.test(toFile)) return `${toKind}/${toSlice} keeps ${toFile} to itself`;
  if (fromKind === 'capabilities' && toKind === 'features') return 'a capability never knows a feature';
  const calls = roomOf(file) === 'features' && toKind === 'features';
  const listed = MAY_CALL[fromSlice]?.includes(toSlice) === true;
  return calls && !listed ? `feature ${fromSlice} is not listed to call feature ${toSlice}` : undefined;
}

/**
 * The path, from the root, of one of our own files as an import writes it.
 * @param {string} file
 * @param {string} specifier
 */
export function resolveOwn(file, specifier) {
  if (specifier.startsWith('.')) return path.join(path.dirname(file), specifier);
  const own = specifier.slice(1);
  return /^(?:test|bench|seed|lint)\//.test(own) ? own : `src/${own}`;
}

/**
 * The folder that relative imports stay inside: src/engine, src/features/parks, test, …
 * @param {string} file
 */
function folderOfRoom(file) {
  const slice = SLICE.exec(file);
  if (slice !== null) return `${slice[1]}/${slice[2]}`;
  return /^(?:src\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? '';
}

/**
 * Says why a file may not be called this; undefined when it may.
 * @param {string} file path from the root of the repository
 * @returns {string | undefined}
 */
export function fileNameFault(file) {
  const name = path.basename(file);
  if (/^index\.tsx?$/.test(name)) {
    return DOOR.test(file) ? undefined : 'index files are barrels: import the file that has the thing';
  }
  if (/^[A-Z]/.test(name)) {
    return /^(?:[A-Z][a-z0-9]*)+(?:\.test)?\.tsx$/.test(name)
      ? undefined
      : 'PascalCase is for React components (.tsx)';
  }
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.(?:ts|tsx|js|mjs)$/;
  return kebab.test(name) ? undefined : 'file names are kebab-case';
}

/**
 * Says what a comment may not contain; undefined when it is fine.
 * @param {string} text
 * @returns {string | undefined}
 */
export function commentFault(text) {
  if (/(?:^|\s|\()#\d+\b|\b(?:issue|ticket|PR|GH)[ -]?#?\d+\b/i.test(text)) {
    return 'a comment outlives its ticket: say why instead of citing a number';
  }
  if (/([-=*#~])\1{4,}/.test(text)) return 'no banners: split the file instead';
  return undefined;
}

/** @typedef {Parameters<import('oxlint/plugins-dev').RuleTester['run']>[1]} Rule */

/**
 * The linted file's path from the root of the repository.
 * @param {{ cwd: string, filename: string }} context
 */
function fileOf(context) {
  const [root, file] = [context.cwd, context.filename].map((name) => name.replaceAll('\\', '/'));
  return path.relative(root ?? '', file ?? '');
}

/** @type {Rule} */
const imports = {
  create(context) {
    const file = fileOf(context);
    /** @param {{ source?: unknown }} node */
    const check = (node) => {
      const source = /** @type {{ value?: unknown } | null | undefined} */ (node.source);
      if (typeof source?.value !== 'string') return;
      const message = importFault(file, source.value);
      if (message !== undefined) context.report({ message, node: /** @type {never} */ (node) });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** @type {Rule} */
const noBarrel = {
  create(context) {
    if (DOOR.test(fileOf(context))) return {};
    const message = 're-exports hide where a thing lives: import the file that has it';
    return {
      ExportAllDeclaration: (node) => context.report({ message, node }),
      ExportNamedDeclaration: (node) => {
        if (node.source !== null) context.report({ message, node });
      },
    };
  },
};

/** @type {Rule} */
const fileName = {
  create(context) {
    return {
      Program: (node) => {
        const message = fileNameFault(fileOf(context));
        if (message !== undefined) context.report({ message, node });
      },
    };
  },
};

/** @type {Rule} */
const plainComments = {
  create(context) {
    return {
      Program: () => {
        for (const comment of context.sourceCode.getAllComments()) {
          const message = commentFault(comment.value);
          if (message !== undefined) context.report({ message, node: comment });
        }
      },
    };
  },
};

/** @type {Rule} */
const opening = {
  create(context) {
    return {
      Program: (node) => {
        const first = context.sourceCode.getAllComments().find((comment) => comment.type !== 'Shebang');
        const firstCode = node.body[0];
        if (first === undefined || (firstCode !== undefined && first.start > firstCode.start)) {
          context.report({ message: 'open the file with one to three lines that say what it is for', node });
        }
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: {
    imports,
    'no-barrel': noBarrel,
    'file-name': fileName,
    'plain-comments': plainComments,
    opening,
  },
};
