import { mortgageLanes } from "./mortgage-lanes";
import { mortgageEarlyStages } from "./mortgage-early";
import { mortgageEvidence } from "./mortgage-evidence";
import { mortgageLateStages } from "./mortgage-late";
import { mortgageStakeholders } from "./mortgage-people";
import type { Template } from "./template";
import { text } from "./text";

/**
 * Template 9: a filled example of a large purchase that hardly anybody makes twice. Its words are ours: a couple buys
 * its first home and needs a mortgage.
 * @see R83
 */
export const mortgage: Template = {
  key: "mortgage",
  name: text(
    "Example: buying a mortgage",
    "Voorbeeld: een hypotheek kopen",
    "Beispiel: einen Baukredit abschließen",
  ),
  summary: text(
    "A filled map, from the first calculation to the years after. Open it as a map, as a line diagram and as a table: the same journey in three forms.",
    "Een ingevulde kaart, van de eerste berekening tot de jaren erna. Open hem als kaart, als lijndiagram en als tabel: dezelfde reis in drie vormen.",
    "Eine ausgefüllte Karte, von der ersten Berechnung bis zu den Jahren danach. Öffne sie als Karte, als Liniendiagramm und als Tabelle: dieselbe Reise in drei Formen.",
  ),
  scenario: text(
    "Sanne and Youssef rent a flat and have found a house. They have never borrowed more than the price of a car, and the seller wants to know within a week whether they can pay.",
    "Sanne en Youssef huren een flat en hebben een huis gevonden. Ze hebben nooit meer geleend dan de prijs van een auto, en de verkoper wil binnen een week weten of ze kunnen betalen.",
    "Sanne und Youssef wohnen zur Miete und haben ein Haus gefunden. Sie haben nie mehr geliehen als den Preis eines Autos, und die Verkäuferin will in einer Woche wissen, ob sie zahlen können.",
  ),
  customerWord: text(
    "home buyer",
    "huizenkoper",
    "Hauskäuferin oder Hauskäufer",
  ),
  stakeholders: mortgageStakeholders,
  evidence: mortgageEvidence,
  stages: [...mortgageEarlyStages, ...mortgageLateStages],
  lanes: mortgageLanes,
};
