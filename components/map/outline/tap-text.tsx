interface TapTextProps {
  readonly text: string;
  readonly onTap: () => void;
}

/** Words that can be tapped to write in them. */
export function TapText({ text, onTap }: TapTextProps) {
  return (
    <button
      type="button"
      onClick={onTap}
      className="block min-h-6 w-full text-left hyphens-auto pointer-coarse:min-h-11 whitespace-pre-wrap"
    >
      {text}
    </button>
  );
}
