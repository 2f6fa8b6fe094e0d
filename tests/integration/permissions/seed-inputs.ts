import { readSeedFiles } from '#db/seed/files.ts';
import { cityInput, needInput, practiceInput, topicInput } from '#db/seed/mapping.ts';
import { SAMPLE_FOLDER } from '#db/seed/seed.ts';

const files = await readSeedFiles(SAMPLE_FOLDER);

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('the sample data is empty');
  return item;
}

const city = first(files.cities);
const practice = first(
  files.practices.filter(({ citySlug }) => citySlug === city.slug).concat(files.practices),
);
const cityOf = (slug: string) => first(files.cities.filter((entry) => entry.slug === slug));

export const cityFile = () => cityInput(city);
export const practiceFile = () => practiceInput(practice, cityOf(practice.citySlug), files);
export const needFile = () => needInput(first(files.needs), files);
export const topicFile = () => topicInput(first(files.topics), 0, files);
