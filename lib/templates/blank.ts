import { emotionLane } from "./lanes";
import type { Template, TemplateStage } from "./template";
import { text } from "./text";

const none = text("", "", "");

const stages: TemplateStage[] = [1, 2, 3, 4, 5].map((number) => ({
  key: `stage-${number}`,
  title: text(`Stage ${number}`, `Fase ${number}`, `Phase ${number}`),
  description: none,
}));

/** Template 26: five empty stages, a lane of text and the emotion curve. */
export const blank: Template = {
  key: "blank",
  name: text("Blank map", "Lege kaart", "Leere Karte"),
  summary: text(
    "Five stages, one row of text and the emotion curve.",
    "Vijf fasen, een rij tekst en de emotiecurve.",
    "Fünf Phasen, eine Textzeile und die Emotionskurve.",
  ),
  stages,
  lanes: [
    {
      key: "notes",
      kind: "text",
      span: "stage",
      title: text("What happens", "Wat er gebeurt", "Was geschieht"),
      hint: text(
        "Write what the customer does.",
        "Schrijf wat de klant doet.",
        "Schreib auf, was die Kundschaft tut.",
      ),
      cellHints: {
        "stage-1": text(
          "Begin with what sets them off: “My shoes are worn out.”",
          "Begin met de aanleiding: ‘Mijn schoenen zijn versleten.’",
          "Beginne mit dem Auslöser: „Meine Schuhe sind durchgelaufen.“",
        ),
      },
    },
    emotionLane,
  ],
};
