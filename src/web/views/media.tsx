import { Empty } from "../parts/small.tsx";
import { WORDS } from "../words.ts";

/** The place kept for media files and their clocks. */
export const Media = () => (
  <div class="column">
    <div class="bar">
      <h1>{WORDS.views.media}</h1>
    </div>
    <Empty words={WORDS.empty.media} />
  </div>
);
