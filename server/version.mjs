const FLOOR = [22, 18];

/** Says in one line what to do when this Node cannot run TypeScript files; true when it cannot. */
export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1])) return false;
  process.stderr.write(
    `Saling needs Node ${FLOOR.join('.')} or newer and this is ${process.versions.node}: ` +
      'run "npm ci" and then "npm start", which bring a newer one along.\n',
  );
  process.exitCode = 1;
  return true;
}
