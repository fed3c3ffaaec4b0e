import { useState } from "preact/hooks";
import { COMMANDS, VIEW_KEYS } from "../commands.ts";
import { show } from "../state.ts";
import { Dialog } from "./dialog.tsx";

/** Every command by a few letters of its name. */
export function Palette() {
  const [typed, type] = useState("");
  const [at, move] = useState(0);
  const parts = typed.toLowerCase().split(/\s+/);
  const found = COMMANDS.filter((c) => parts.every((p) => c.name.toLowerCase().includes(p)));
  const run = (i: number) => {
    show(null);
    found[i]?.run();
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) {
      e.preventDefault();
      move((at + step + found.length) % Math.max(1, found.length));
    } else if (e.key === "Enter") {
      e.preventDefault();
      run(at);
    }
  };
  return (
    <Dialog label="Command palette">
      <input
        class="wide"
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={found[at] ? `command-${at}` : undefined}
        placeholder="What do you want to do?"
        value={typed}
        onInput={(e) => {
          type(e.currentTarget.value);
          move(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="commands" role="listbox" aria-label="Commands" class="commands">
        {found.map((c, i) => (
          <div
            key={c.name}
            id={`command-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseMove={() => move(i)}
            onClick={() => run(i)}
          >
            <span>{c.name}</span>
            {c.keys && <kbd>{c.keys}</kbd>}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** What the keys do. */
export function Keys() {
  return (
    <Dialog label="Keys">
      <h2>Keys</h2>
      <table class="keys">
        <tbody>
          {[...VIEW_KEYS, ...COMMANDS.filter((c) => c.keys).map((c) => [c.keys, c.name] as const)].map(
            ([keys, what]) => (
              <tr key={keys}>
                <th scope="row">
                  <kbd>{keys}</kbd>
                </th>
                <td>{what}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <button type="button" onClick={() => show(null)}>
        Close
      </button>
    </Dialog>
  );
}
