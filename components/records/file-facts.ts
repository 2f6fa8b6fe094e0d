import type { FileType } from '#lib/files/contract.ts';

const NAMES: Record<FileType, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'application/pdf': 'PDF',
};
const MEGA = 1_000_000;

/** "JPEG, 1.2 MB": what a reader wants to know before she loads a file. */
export function fileFacts({ type, size }: { type: FileType; size: number }, language: string): string {
  const [unit, amount] = size < MEGA ? ['kilobyte', size / 1000] : ['megabyte', size / MEGA];
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  });
  return `${NAMES[type]}, ${format.format(Math.max(amount, 1))}`;
}

/** Where a file is; the small variant is for lists. */
export const fileAddress = (id: string, isSmall = false): string =>
  `/files/${id}${isSmall ? '?size=small' : ''}`;
