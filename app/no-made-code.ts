// Runs in every browser before a page does. Zod tries `Function("")` to learn whether it may make code; the policy of our
// pages forbids that and reports it as an attempt. It checks the same without.
const shared = globalThis as { __zod_globalConfig?: { jitless: boolean } };
shared.__zod_globalConfig = { jitless: true };
