import { expect, test } from "vitest";
import { tokenize } from "../../src/text/tokenize.ts";

const words = (text: string) => {
  const { starts, ends } = tokenize(text);
  return Array.from(starts, (start, i) => text.slice(start, ends[i])).join(" ");
};

test.each([
  ["They don’t; she'll, we’ve.", "They do n’t ; she 'll , we ’ve ."],
  ["Orlan's bridge, James’ house", "Orlan 's bridge , James ’ house"],
  ["They cannot, they're gonna.", "They can not , they 're gon na ."],
  ["a 15-year-old boy, a co-founder, al-Tarn", "a 15 - year - old boy , a co-founder , al - Tarn"],
  ["the U.S. envoy at 5:30 p.m. on 12/03/2014", "the U.S. envoy at 5:30 p.m. on 12/03/2014"],
  ["It cost $3.5 million, or 1,200,000 crowns (45%).", "It cost $ 3.5 million , or 1,200,000 crowns ( 45 % ) ."],
  [
    "See https://tarn.example/a?b=1, or write to a.b@tarn.example.",
    "See https://tarn.example/a?b=1 , or write to a.b@tarn.example .",
  ],
  ["Dr. J. R. Vell of Tarn Inc. and No. 4", "Dr. J. R. Vell of Tarn Inc. and No. 4"],
  ["No. They left.", "No . They left ."],
  ["the ’90s, rock ’n’ roll, O'Dell", "the ’90s , rock ’n ’ roll , O'Dell"],
  ["Wait... what?! No -- yes—maybe", "Wait ... what ?! No -- yes — maybe"],
  ["AT&T and the and/or rule", "AT&T and the and / or rule"],
  ["a\u00adb c\u200bd e\u0301f", "a\u00adb c\u200bd e\u0301f"],
  ["ok 👩‍👩‍👧 👍🏽 fine", "ok 👩‍👩‍👧 👍🏽 fine"],
  ["in line,''' he said", "in line , ' '' he said"],
])("%s", (text, expected) => {
  expect(words(text)).toBe(expected);
});
