import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { movie, pdf, photo, xmp } from "./bytes.ts";

/** Media files of the invented dispute in this folder's reports, by name. */
const FILES: Readonly<Record<string, () => Uint8Array>> = {
  // Two speeches said to be of Friday, 9 May 2031: both files say Wednesday.
  "corvane-speech.mp4": () => movie({ created: "2031-05-07T11:40:10Z" }),
  "astrin-speech.mp4": () =>
    movie({
      created: "2031-05-07T14:05:31Z",
      modified: null,
      xmp: xmp(
        {
          "xmp:CreateDate": "2031-05-07T16:05:02+02:00",
          "xmp:ModifyDate": "2031-05-07T16:05:31+02:00",
          "xmp:CreatorTool": "Valley Cutter 4",
        },
        '<xmpMM:Ingredients><rdf:Bag><rdf:li stRef:filePath="rehearsal 2 final.mov"/></rdf:Bag></xmpMM:Ingredients>',
      ),
    }),
  // The barn at Senn: taken on Friday with the phone's zone, saved again for the paper on Sunday.
  "senn-barn.jpg": () =>
    photo({ taken: "2031:05:09 15:20:00", saved: "2031:05:11 10:02:00", zone: "+02:00", model: "Fieldphone 3" }),
  // The same scene as it came through a messenger: its dates are gone, its name is a lead.
  "VID-20310507-WA0004.mp4": () => movie({ created: null }),
  "evacuation-order.pdf": () => pdf({ CreationDate: "D:20310509101500+02'00'", ModDate: "D:20310509103000+02'00'" }),
};

/** Writes the example media into a folder and answers their paths. */
export function makeMedia(folder: string): string[] {
  return Object.entries(FILES).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    return path;
  });
}
