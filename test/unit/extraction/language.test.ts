import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/extraction/rules/language.ts";

describe("the language of a comment", () => {
  it.each([
    ["en", "I doubt that this is what people mean when they talk about rewards."],
    ["de", "Ich glaube nicht, dass die Belohnung das eigentliche Ziel des Systems ist."],
    ["fr", "Je ne suis pas sûr que la récompense soit le but de ce système, mais c'est possible."],
    ["es", "No creo que el premio sea lo que quiere el sistema, pero es una buena pregunta."],
    ["pt", "Eu não acho que isso seja um problema para as pessoas que usam o sistema."],
    ["nl", "Ik denk niet dat het een probleem is voor de mensen die het systeem gebruiken."],
    ["pl", "Nie wydaje mi się, że to jest problem, ale może się mylę, bo tego nie wiem."],
    ["ru", "Я не думаю, что это проблема."],
    ["uk", "Я не думаю, що це її проблема."],
    ["ja", "これは報酬の問題ではありません。"],
    ["zh", "我不认为这是一个问题。"],
    ["ar", "لا أعتقد أن هذه مشكلة"],
  ])("is %s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it("is not told from a few words, addresses or numbers", () => {
    for (const text of ["", "lol ok", "Agreed.", "https://example.org/die/und/das", "1 2 3 4 5 6 7 8 9 10"])
      expect(detectLanguage(text)).toBeNull();
  });

  it("stays English with borrowed words and quoted phrases", () => {
    expect(
      detectLanguage("The so-called Zeitgeist is, as the Germans say, nicht das Problem, I think."),
    ).toBe("en");
    expect(detectLanguage("What does 道 mean in this text, if it is not simply the way of things?")).toBe(
      "en",
    );
  });
});
