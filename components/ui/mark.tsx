/** The name mark: an open circle meets a filled one. Decoration, hidden from screen readers. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 31 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.2" />
      <circle cx="23" cy="8" r="7.5" />
    </svg>
  );
}
