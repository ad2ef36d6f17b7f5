import type { EmotionLine } from "./lines";

/** Behind the curves: between which values the truth lies where evidence gives a range instead of a number. */
export function EvidenceBands({
  lines,
}: {
  readonly lines: readonly EmotionLine[];
}) {
  return lines.map(({ persona, band }) => (
    <g key={persona.id} data-colour={persona.colour} data-band={persona.id}>
      {band.areas.map((area, index) => (
        <path
          key={index}
          d={area}
          className="fill-(--tone) opacity-15 forced-colors:fill-none"
        />
      ))}
      {band.whiskers.map(({ x, top, bottom }) => (
        <path
          key={x}
          d={`M${x - 5},${top}h10M${x},${top}V${bottom}M${x - 5},${bottom}h10`}
          fill="none"
          strokeWidth="1.5"
          className="stroke-(--tone) forced-colors:stroke-[CanvasText]"
        />
      ))}
    </g>
  ));
}
