// oxlint-disable-next-line node/no-process-env -- the long forms are asked for on the command line
const { FAULTS_LONG, FAULT_HOURS } = process.env;

/** How far the fault tests go: short in every run, long where `npm run test:faults -- --long` asks for it. */
export const faultRuns = {
  isLong: FAULTS_LONG !== undefined,
  /** Of the soak; null: as short as in every run. */
  soakHours: FAULT_HOURS === undefined ? null : Number(FAULT_HOURS),
} as const;

/** What a long run measured, for `bench/FAULTS.md`. */
export function tellFigure(id: string, what: string): void {
  if (faultRuns.isLong || faultRuns.soakHours !== null)
    process.stdout.write(`[${id}] ${what}\n`);
}
