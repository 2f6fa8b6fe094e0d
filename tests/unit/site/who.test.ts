import { describe, expect, it } from 'vitest';
import { whoReads } from '#app/frame/who.ts';
import type { Appointment, Person } from '#lib/core/actor.ts';

const appointment = (given: Partial<Appointment>): Appointment => ({
  id: 'a',
  organisationId: 'o',
  organisation: 'city-office',
  organisationName: 'Bandung',
  role: 'focal-point',
  cityId: 'c',
  citySlug: 'bandung',
  forum: null,
  ...given,
});
const person = (...appointments: Appointment[]): Person => ({
  kind: 'person',
  personId: 'p',
  email: 'p@office.example',
  name: 'Sri',
  appointments,
  via: { kind: 'session', sessionId: 's' },
  isTrial: false,
  isOnTrialCopy: true,
});
const officer = appointment({
  organisation: 'secretariat',
  organisationName: 'AGMF Secretariat',
  role: 'secretariat-officer',
  cityId: null,
  citySlug: null,
  forum: 'AGMF',
});

describe('the head of a page', () => {
  it('names nobody for a visitor', () => {
    expect(whoReads({ kind: 'visitor', isOnTrialCopy: true })).toBeNull();
  });

  it('names the person where no appointment runs, and gives her no place of her own', () => {
    expect(whoReads(person())).toEqual({ office: 'Sri', places: [], isAtTrialDesk: false });
  });

  it('names the city’s office and leads to its page', () => {
    expect(whoReads(person(appointment({})))).toMatchObject({ office: 'Bandung', places: ['our-city'] });
  });

  it('names the forum of an officer and leads to the desk; staff of a secretariat has no desk', () => {
    expect(whoReads(person(officer))).toMatchObject({ office: 'AGMF', places: ['desk'] });
    expect(whoReads(person({ ...officer, role: 'staff' }))).toMatchObject({ office: 'AGMF', places: [] });
  });

  it('leads to both where somebody has both', () => {
    expect(whoReads(person(appointment({}), officer))?.places).toEqual(['our-city', 'desk']);
  });
});
