/** Next's last resort. It goes out with every page, so it is small: `(public)/[...path]` is what readers see. */
export default function NotFound() {
  return '404';
}
