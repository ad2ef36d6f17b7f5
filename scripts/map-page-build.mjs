// node scripts/map-page-build.mjs PAGES SERVER BUILD: builds the page of a map. A process of its own, because Vite makes the one
// that it runs in a production process, and whoever builds may go on to run tests.
import { buildMapPage } from "./map-page.mjs";

const [pages, server, build] = process.argv.slice(2);
await buildMapPage({ pages, server, build });
process.exit();
