import { aaarrr } from "./aaarrr";
import { blank } from "./blank";
import { checkout } from "./checkout";
import { donor } from "./donor";
import { lineDiagram } from "./line-diagram";
import { mappingCanvas } from "./mapping-canvas";
import { mortgage } from "./mortgage";
import { peakEnd } from "./peak-end";
import { serviceBlueprint } from "./service-blueprint";
import { serviceCanvas } from "./service-canvas";
import type { Template } from "./template";

/** Every template, in the order of the gallery. */
export const templates: readonly Template[] = [
  mappingCanvas,
  serviceCanvas,
  aaarrr,
  lineDiagram,
  checkout,
  donor,
  peakEnd,
  serviceBlueprint,
  mortgage,
  blank,
];
