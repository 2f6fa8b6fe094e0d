import { Missing } from '#components/site/missing.tsx';

/** A record that is not there; the frame stands around it already. */
export default function RecordNotFound() {
  return <Missing />;
}
