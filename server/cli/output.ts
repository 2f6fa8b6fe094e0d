/** Data for the next program: stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** For the person who waits: stderr, so that piped data stays clean. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** `saling ... | head` closes our stdout early: that is no error. */
export function endQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}
