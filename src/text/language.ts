/** Tells the language of a text as a BCP 47 code; "und" when it cannot be told. Stand-in: goes by script alone. */
export function identifyLanguage(text: string): string {
  const head = text.slice(0, 20_000);
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const cyrillic = head.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (latin + cyrillic === 0) return "und";
  if (cyrillic > latin) return /[іїєґ]/i.test(head) ? "uk" : "ru";
  return "en";
}
