let expected: RegExp[] = [];

/** Says that the current test makes the program log such an error. */
export function expectLoggedError(pattern: RegExp): void {
  expected.push(pattern);
}

export function takeExpected(): RegExp[] {
  const taken = expected;
  expected = [];
  return taken;
}
