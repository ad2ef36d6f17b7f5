/** What a phone sees until it is known to be one: the server draws the map for a desk. */
export function OutlineSkeleton() {
  return (
    <div
      aria-hidden="true"
      className="flex flex-1 animate-pulse flex-col gap-4 bg-surface p-4 motion-reduce:animate-none sm:hidden"
    >
      <span className="h-8 w-2/3 rounded-md bg-sunken" />
      {["w-1/3", "w-1/2", "w-2/5", "w-1/3"].map((width, index) => (
        <span key={index} className="flex flex-col gap-2">
          <span className={`h-3 rounded-sm bg-sunken ${width}`} />
          <span className="h-14 rounded-md bg-sunken" />
        </span>
      ))}
    </div>
  );
}
