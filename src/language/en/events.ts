/** Nouns of public events that people count time from. */
export const EVENTS: ReadonlySet<string> = new Set(
  "vote ballot election elections referendum coup putsch revolution uprising revolt war invasion annexation occupation takeover ceasefire truce armistice treaty summit inauguration independence evacuation mobilization mobilisation pandemic blockade siege massacre liberation partition handover withdrawal collapse".split(
    " ",
  ),
);
