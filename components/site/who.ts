/** Who is signed in, as the head of every page shows it. */
export type Who = {
  /** The office that she acts for, as short as it is known. */
  office: string;
  /** Places of her own, before those of everybody. */
  places: ('our-city' | 'desk')[];
  isAtTrialDesk: boolean;
};
