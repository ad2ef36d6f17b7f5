// Instead of next-env.d.ts, which Next writes anew for each build folder.
/// <reference types="next" />
/// <reference types="next/image-types/global" />

declare module "*.woff2" {
  const address: string;
  export default address;
}
