import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { show } from "../state.ts";

/** A dialog over the page; Escape and a click beside it close it. */
export function Dialog({
  label,
  children,
  onClose = () => show(null),
}: {
  label: string;
  children: ComponentChildren;
  onClose?: () => void;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    ref.current?.showModal();
    return () => before?.focus?.();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-label={label}
      onCancel={(e) => {
        e.preventDefault();
        onClose();
      }}
      onMouseDown={(e) => e.target === ref.current && onClose()}
    >
      <div class="inside">{children}</div>
    </dialog>
  );
}
