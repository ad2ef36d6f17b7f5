/** A pointer as jsdom, which knows only the mouse, would have to send it. */
class TestPointerEvent extends MouseEvent {
  readonly pointerId: number;
  readonly isPrimary: boolean;
  readonly pointerType: string;

  constructor(type: string, init: PointerEventInit = {}) {
    super(type, init);
    this.pointerId = init.pointerId ?? 0;
    this.isPrimary = init.isPrimary ?? false;
    this.pointerType = init.pointerType ?? "mouse";
  }
}

/** Nothing has a size in jsdom, so none ever changes. */
class TestResizeObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}

/** Gives jsdom the parts of a browser that React Aria and our pointer handling ask for. */
export function completeJsdom(): void {
  const missing = {
    PointerEvent: TestPointerEvent,
    ResizeObserver: TestResizeObserver,
    CSS: { escape: (value: string) => value.replace(/[^\w-]/g, "\\$&") },
  };
  for (const [name, value] of Object.entries(missing)) {
    if (Reflect.get(globalThis, name) !== undefined) continue;
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  // Nothing is drawn, so nothing lies under a point.
  document.elementFromPoint ??= () => null;
  document.elementsFromPoint ??= () => [];
}
