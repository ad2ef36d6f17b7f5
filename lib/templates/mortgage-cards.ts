import type { SampleCard } from "./sample-card";
import { text } from "./text";

// What the buyers of the mortgage example want, suffer and enjoy, and what is done about it.

export const mortgageNeeds: readonly SampleCard[] = [
  {
    in: "orientation",
    text: text(
      "I want to know whether we can dream of this house at all.",
      "Ik wil weten of we van dit huis mogen dromen.",
      "Ich möchte wissen, ob wir von diesem Haus träumen dürfen.",
    ),
  },
  {
    in: "first-talk",
    text: text(
      "I want somebody who looks at our life, and not only at our payslips.",
      "Ik wil iemand die naar ons leven kijkt, en niet alleen naar onze loonstroken.",
      "Ich möchte jemanden, der unser Leben sieht und nicht nur unsere Lohnabrechnungen.",
    ),
  },
  {
    in: "quotation",
    text: text(
      "I want to know what is still missing, before the week is over.",
      "Ik wil weten wat er nog ontbreekt, voor de week om is.",
      "Ich möchte wissen, was noch fehlt, bevor die Woche um ist.",
    ),
  },
  {
    in: "decision",
    text: text(
      "I want to understand what happens to us if the rate goes up.",
      "Ik wil begrijpen wat er met ons gebeurt als de rente stijgt.",
      "Ich möchte verstehen, was mit uns geschieht, wenn der Zins steigt.",
    ),
  },
  {
    in: "signing",
    text: text(
      "I want no surprises at the table.",
      "Ik wil geen verrassingen aan tafel.",
      "Ich möchte keine Überraschungen am Tisch.",
    ),
  },
  {
    in: "after-care",
    text: text(
      "I want to know whom to call when our life changes.",
      "Ik wil weten wie ik bel als ons leven verandert.",
      "Ich möchte wissen, wen ich anrufe, wenn sich unser Leben ändert.",
    ),
  },
];

export const mortgagePains: readonly SampleCard[] = [
  {
    in: "orientation",
    text: text(
      "Every calculator gives another sum and wants a phone number.",
      "Elke rekentool geeft een ander bedrag en wil een telefoonnummer.",
      "Jeder Rechner nennt eine andere Summe und will eine Telefonnummer.",
    ),
    decision: {
      status: "accepted",
      reason: text(
        "The result is shown at once; leaving a number becomes a choice.",
        "De uitkomst komt meteen in beeld; een nummer achterlaten wordt een keuze.",
        "Das Ergebnis erscheint sofort; die Nummer wird freiwillig.",
      ),
    },
  },
  {
    in: "quotation",
    text: text(
      "Papers are asked for twice, each time by somebody else.",
      "Stukken worden twee keer gevraagd, telkens door iemand anders.",
      "Unterlagen werden zweimal verlangt, jedes Mal von jemand anderem.",
    ),
    decision: {
      status: "in-work",
      reason: text(
        "Adviser and acceptance team get one list.",
        "Adviseur en acceptatieteam krijgen één lijst.",
        "Beratung und Kreditprüfung bekommen eine gemeinsame Liste.",
      ),
    },
  },
  {
    in: "decision",
    text: text(
      "Days of silence while the seller’s deadline runs.",
      "Dagen stilte terwijl de termijn van de verkoper loopt.",
      "Tagelanges Schweigen, während die Frist der Verkäuferin läuft.",
    ),
    decision: {
      status: "open",
      reason: text(
        "Who has the file has to be visible first.",
        "Eerst moet zichtbaar zijn wie het dossier heeft.",
        "Erst muss sichtbar sein, wer die Akte hat.",
      ),
    },
  },
  {
    in: "signing",
    text: text(
      "The deed is read out faster than anyone can follow.",
      "De akte wordt sneller voorgelezen dan iemand kan volgen.",
      "Der Vertrag wird schneller verlesen, als man folgen kann.",
    ),
    decision: {
      status: "wont-change",
      reason: text(
        "The law asks for it. The explained draft, sent before, takes the fear out of it.",
        "De wet vraagt erom. De uitgelegde concepttekst vooraf haalt de schrik eraf.",
        "Das Gesetz verlangt es. Der erklärte Entwurf vorab nimmt den Schrecken.",
      ),
    },
  },
];

export const mortgageGains: readonly SampleCard[] = [
  {
    in: "first-talk",
    text: text(
      "The adviser says what we cannot afford, too.",
      "De adviseur zegt ook wat we niet kunnen betalen.",
      "Die Beratung sagt auch, was wir uns nicht leisten können.",
    ),
  },
  {
    in: "quotation",
    text: text(
      "One page with the monthly sum, large.",
      "Eén pagina met het maandbedrag, groot.",
      "Eine Seite mit der Monatsrate, groß.",
    ),
  },
  {
    in: "signing",
    text: text(
      "Bread and salt beside the key.",
      "Brood en zout naast de sleutel.",
      "Brot und Salz neben dem Schlüssel.",
    ),
  },
  {
    in: "after-care",
    text: text(
      "Someone calls before the fixed rate ends.",
      "Iemand belt voordat de vaste rente afloopt.",
      "Jemand ruft an, bevor die Zinsbindung endet.",
    ),
  },
];

export const mortgageActions: readonly SampleCard[] = [
  {
    in: "orientation",
    text: text(
      "Show the result of the calculator without asking for a number",
      "De uitkomst van de rekentool tonen zonder een nummer te vragen",
      "Das Ergebnis des Rechners zeigen, ohne nach einer Nummer zu fragen",
    ),
    task: { stakeholder: "online", status: "doing" },
  },
  {
    in: "decision",
    text: text(
      "Write every second working day where the file is, even if nothing changed",
      "Om de werkdag schrijven waar het dossier is, ook als er niets veranderde",
      "Jeden zweiten Werktag schreiben, wo die Akte ist, auch wenn sich nichts geändert hat",
    ),
    task: { stakeholder: "back-office", status: "open" },
  },
  {
    in: "after-care",
    text: text(
      "Decide who calls after a year: nobody is responsible yet",
      "Besluiten wie na een jaar belt: nu is niemand verantwoordelijk",
      "Entscheiden, wer nach einem Jahr anruft: Noch ist niemand verantwortlich",
    ),
    task: { stakeholder: "adviser", status: "open" },
  },
];
