import { globSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '#app/api/openapi/document.ts';

const plain = () => JSON.parse(JSON.stringify(openApiDocument()));
const check = (document: Record<string, unknown>) => new Validator().validate(document);

describe('the OpenAPI document', () => {
  it('would be refused by the validator with an error in it', async () => {
    const document = plain();
    document.paths['/cities'].get.parameters[0].in = 'nowhere';
    expect((await check(document)).valid).toBe(false);
  });

  it('is a valid OpenAPI 3.1 document', async () => {
    expect(await check(plain())).toMatchObject({ valid: true });
    expect(plain().openapi).toMatch(/^3\.1\./);
  });

  it('names every route below /api/v1, and no other', () => {
    const routes = globSync('app/api/v1/**/route.ts').map((file) =>
      file
        .replace(/^app\/api\/v1/, '')
        .replace(/\/route\.ts$/, '')
        .replaceAll(/\[(\w+)\]/g, '{$1}'),
    );
    expect(Object.keys(plain().paths).sort()).toEqual(routes.sort());
  });

  it('refers only to what it holds', () => {
    const document = plain();
    const targets = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
    let count = 0;
    for (const [, path] of targets) {
      count += 1;
      const found = path?.split('/').reduce((node, step) => node?.[step], document);
      expect(found, path).toBeDefined();
    }
    expect(count).toBeGreaterThan(20);
  });

  it('offers several values of a filter as a parameter that may be repeated, with its possible values', () => {
    const parameters = plain().paths['/practices'].get.parameters;
    const byName = Object.fromEntries(parameters.map((one: { name: string }) => [one.name, one]));
    expect(byName.country).toMatchObject({ in: 'query', required: false, schema: { type: 'array' } });
    expect(byName.country.schema.items.enum).toContain('TL');
    expect(byName.limit.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 20 });
    expect(byName.lang.schema.enum).toEqual(['en', 'id']);
  });

  it('says that a search needs words', () => {
    const parameters: { name: string }[] = plain().paths['/search'].get.parameters;
    expect(parameters.find(({ name }) => name === 'q')).toMatchObject({
      required: true,
      schema: { minLength: 1, maxLength: 10_000 },
    });
  });

  it('describes every parameter and has a summary for every address', () => {
    for (const { get } of Object.values(plain().paths) as { get: Record<string, never> }[]) {
      expect(get.summary).toMatch(/^[A-Z]/);
      for (const parameter of (get.parameters ?? []) as { name: string; description?: string }[]) {
        expect(parameter.description, parameter.name).toMatch(/\w/);
      }
    }
  });
});
