import { describe, expect, test } from "vitest";
import { namedScore } from "../metrics/counted";
import { summarise } from "./summarise";
import { expectWritable, one, options, read } from "./testing/summed";
import { withholdFew } from "./withhold";

async function pieceOf(text: string, change = {}) {
  const summary = summarise(await read(text, change), options({ "": one }));
  expectWritable(summary);
  return summary.evidence[0]!;
}

const lines = (...cells: (number | string)[]) => `${cells.join("\n")}\n`;

describe("[R59] [R60] what is kept of answers beside their mean", () => {
  test("is enough for a Net Promoter Score with its interval", async () => {
    const { n, counted } = await pieceOf(lines("recommend", 10, 9, 7, 0));
    expect(counted).toMatchObject({ metric: "nps", best: 2, worst: 1 });
    expect(namedScore(counted!, n)).toMatchObject({
      metric: "nps",
      nps: { n: 4, promoters: 2, passives: 1, detractors: 1, score: 25 },
    });
  });

  test("is the two best answers of satisfaction, with Wilson's interval", async () => {
    const cells = [5, 5, 5, 5, 4, 4, 4, 4, 3, 1];
    const { n, counted } = await pieceOf(lines("satisfaction", ...cells));
    const score = namedScore(counted!, n);
    expect(score).toMatchObject({ metric: "csat", satisfied: { share: 0.8 } });
    const { interval } = score?.metric === "csat" ? score.satisfied : null!;
    expect((100 * interval.low).toFixed(1)).toBe("49.0");
    expect((100 * interval.high).toFixed(1)).toBe("94.3");
  });

  test("is the version of an effort score, and those from 5 to 7 of the second one", async () => {
    const easy = await pieceOf(lines("it was easy", 7, 6, 5, 1));
    expect(easy.counted).toMatchObject({ metric: "ces2", best: 3, worst: 1 });
    expect(namedScore(easy.counted!, easy.n)).toMatchObject({
      easy: { share: 0.75 },
    });
    const effort = await pieceOf(lines("How much effort?", 1, 2, 5));
    expect(effort.counted).toMatchObject({ metric: "ces1", best: null });
    expect(namedScore(effort.counted!, effort.n)).toEqual({ metric: "ces1" });
  });

  test("is how many give a mark of 7 or more, or from where on people say", async () => {
    const text = lines("cijfer", 10, 8, 7, 6, 3);
    const { n, counted } = await pieceOf(text);
    expect(counted).toMatchObject({ metric: "mark", best: 3, goodFrom: 7 });
    expect(namedScore(counted!, n)).toMatchObject({
      goodFrom: 7,
      satisfied: { share: 0.6 },
    });
    const records = (await read(text)).records.map((record) => ({
      ...record,
      scale: record.scale && { ...record.scale, goodFrom: 6 },
    }));
    const six = summarise(
      { ...(await read(text)), records },
      options({ "": one }),
    );
    expect(six.evidence[0]!.counted).toMatchObject({ best: 4, goodFrom: 6 });
  });

  test("is nothing of importance or agreement, whose two best answers are no satisfaction", async () => {
    const { counted } = await pieceOf(lines("importance", 5, 4, 3, 2, 1));
    expect(counted).toBeNull();
  });

  test("is nothing of weighted answers: counts would contradict the mean", async () => {
    const text = "recommend,weight\n10,2\n0,1\n";
    expect((await pieceOf(text)).counted).toBeNull();
  });

  test("is how many could have answered, where some did not", async () => {
    const text = "satisfaction,region\n5,a\n4,a\nNA,b\n1,b\n";
    const { n, counted } = await pieceOf(text);
    expect([n, counted?.asked]).toEqual([3, 4]);
  });
});

describe("[N06] what fewer respondents say than the limit", () => {
  test("is how many they are, and nothing of what they said", async () => {
    const text = "satisfaction,region\n5,a\n4,a\nNA,b\n1,b\n4,b\n";
    const piece = await pieceOf(text);
    expect(withholdFew(piece, 5)).toMatchObject({
      n: 4,
      value: null,
      scale: null,
      sd: null,
      interval: null,
      counted: { metric: null, best: null, worst: null, asked: 5 },
    });
    expect(withholdFew(piece, 4)).toBe(piece);
  });

  test("is not about what was counted and nobody said", async () => {
    const pieces = "date,page,visits\n2026-05-01,/a,3\n";
    const summary = summarise(await read(pieces), options({ "/a": one }));
    const [piece] = summary.evidence;
    expect(withholdFew({ ...piece!, n: 3 }, 5)).toMatchObject({ value: 3 });
  });
});
