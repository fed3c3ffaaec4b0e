import type { Base } from "./base.ts";
import type { Forms } from "./forms.ts";
import { score } from "./linear.ts";
import { TAG_FEATURES, tagFeatures } from "./tag-features.ts";

const features = new Int32Array(TAG_FEATURES);
const scores = new Int32Array(256);

/** Tags the sentence [first, last) from left to right; `tags` receives codes of joint tags (see Base.tagUpos, Base.tagXpos). */
export function tag(forms: Forms, first: number, last: number, base: Pick<Base, "tagger">, tags: Uint8Array): void {
  const { tagger } = base;
  for (let i = first; i < last; i++) {
    const count = tagFeatures(forms, first, last, i, tags, features);
    score(tagger, features, count, scores);
    let best = 0;
    for (let c = 1; c < tagger.classes; c++) if (scores[c]! > scores[best]!) best = c;
    tags[i] = best;
  }
}
