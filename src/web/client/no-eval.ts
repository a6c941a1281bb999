// The page's policy lets no text become code. The validator would try once whether it may, and the browser would report it.
// Set before the validator is loaded, without loading it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
