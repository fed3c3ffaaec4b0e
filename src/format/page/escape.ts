const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Words as HTML text or attribute value. What is unseen becomes visible; line breaks and tabs stay. */
export const escapeHtml = (words: string): string =>
  words
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (c) => ENTITIES[c]!);
