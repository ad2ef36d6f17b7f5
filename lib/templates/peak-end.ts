import { emotionLane, touchpointLane } from "./lanes";
import type { Template } from "./template";
import { text } from "./text";

/**
 * Template 8: what people remember. The hints tell of a furniture store, the known example of the rule.
 * @see R55
 */
export const peakEnd: Template = {
  key: "peak-end",
  name: text("Peak and end", "Piek en einde", "Höhepunkt und Ende"),
  summary: text(
    "People remember the strongest moment and the last one. Plan these two on purpose.",
    "Mensen onthouden het sterkste moment en het laatste. Plan die twee bewust.",
    "Menschen erinnern sich an den stärksten Moment und an den letzten. Plane diese beiden bewusst.",
  ),
  stages: [
    {
      key: "before",
      colour: "grey",
      title: text("Before", "Vooraf", "Davor"),
      description: text(
        "What do they expect?",
        "Wat verwachten ze?",
        "Was erwarten sie?",
      ),
      touchpoints: [
        {
          key: "plan",
          title: text(
            "Plans the visit",
            "Plant het bezoek",
            "Plant den Besuch",
          ),
          channels: ["website"],
        },
      ],
    },
    {
      key: "arrive",
      colour: "yellow",
      title: text("Arrive", "Aankomen", "Ankommen"),
      description: text(
        "The first minute on the spot.",
        "De eerste minuut ter plaatse.",
        "Die erste Minute vor Ort.",
      ),
      touchpoints: [
        {
          key: "enter",
          title: text("Comes in", "Komt binnen", "Kommt herein"),
          channels: ["shop"],
        },
      ],
    },
    {
      key: "peak",
      colour: "orange",
      title: text("Peak", "Piek", "Höhepunkt"),
      description: text(
        "The moment that they will talk about.",
        "Het moment waarover ze zullen vertellen.",
        "Der Moment, von dem sie erzählen werden.",
      ),
      touchpoints: [
        {
          key: "highlight",
          title: text(
            "Experiences the best of it",
            "Beleeft het mooiste ervan",
            "Erlebt das Beste daran",
          ),
          channels: ["shop"],
        },
      ],
    },
    {
      key: "pay",
      colour: "pink",
      title: text("Pay", "Betalen", "Bezahlen"),
      description: text(
        "Often the lowest point: queue, price, effort.",
        "Vaak het laagste punt: rij, prijs, moeite.",
        "Oft der tiefste Punkt: Schlange, Preis, Mühe.",
      ),
      touchpoints: [
        {
          key: "till",
          title: text("Pays", "Betaalt", "Bezahlt"),
          channels: ["shop"],
        },
      ],
    },
    {
      key: "end",
      colour: "green",
      title: text("End", "Einde", "Ende"),
      description: text(
        "The last thing that they take home.",
        "Het laatste wat ze mee naar huis nemen.",
        "Das Letzte, was sie mit nach Hause nehmen.",
      ),
      touchpoints: [
        {
          key: "leave",
          title: text("Leaves", "Vertrekt", "Geht nach Hause"),
          channels: ["shop"],
        },
      ],
    },
  ],
  lanes: [
    touchpointLane,
    emotionLane,
    {
      key: "peak",
      kind: "gain",
      span: "stage",
      title: text(
        "What makes the peak",
        "Wat de piek maakt",
        "Was den Höhepunkt ausmacht",
      ),
      hint: text(
        "Make one moment memorable rather than all of them good.",
        "Maak liever één moment gedenkwaardig dan alles goed.",
        "Mach lieber einen Moment unvergesslich als alle gut.",
      ),
      cellHints: {
        peak: text(
          "A furniture store furnishes whole rooms in which you can sit, and has a restaurant in the middle.",
          "Een meubelwinkel richt hele kamers in waar je kunt gaan zitten, en heeft middenin een restaurant.",
          "Ein Möbelhaus richtet ganze Zimmer ein, in denen man sitzen kann, und hat mittendrin ein Restaurant.",
        ),
      },
    },
    {
      key: "ending",
      kind: "gain",
      span: "stage",
      title: text("How it ends", "Hoe het eindigt", "Wie es endet"),
      hint: text(
        "What is the last thing that happens, and is it good?",
        "Wat is het laatste wat er gebeurt, en is dat goed?",
        "Was geschieht zuletzt, und ist es gut?",
      ),
      cellHints: {
        end: text(
          "After the till of the furniture store there is a hot dog for a small coin.",
          "Na de kassa van de meubelwinkel is er een broodje worst voor een klein muntje.",
          "Hinter der Kasse des Möbelhauses gibt es einen Hotdog für eine kleine Münze.",
        ),
      },
    },
    {
      key: "low",
      kind: "pain",
      span: "stage",
      title: text("Lowest point", "Laagste punt", "Tiefster Punkt"),
      hint: text(
        "Where is it worst, and can it be made shorter?",
        "Waar is het het ergst, en kan het korter?",
        "Wo ist es am schlimmsten, und lässt es sich verkürzen?",
      ),
    },
  ],
};
