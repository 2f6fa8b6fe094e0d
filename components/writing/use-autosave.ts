import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  type DeviceText,
  dropText,
  isSame,
  keepText,
  newPlace,
  textsNotArrived,
  valuesOf,
} from './device-texts.ts';
import type { Autosaved, Values } from './form-state.ts';
import { useLeaving } from './use-leaving.ts';

/** Milliseconds after the last key until the form says that the text is kept, and until it is sent. */
const SAY_AFTER = 400;
const SEND_AFTER = 2500;
/** Until what did not arrive is sent again. */
const AGAIN_AFTER = 8000;

export type SaveState =
  | { is: 'idle' | 'conflict' | 'refused' }
  | { is: 'saved' | 'kept' | 'signed-out'; at: number };

type Options = {
  form: RefObject<HTMLFormElement | null>;
  names: readonly string[];
  send: (data: FormData) => Promise<Autosaved>;
  /** Sends while the page goes away. */
  sendLate: (data: FormData) => void;
  /** On this device: one for each person, record and step. */
  store: string;
  served: Values;
  onSaved: (version: number) => void;
};

/** Keeps what is typed on the device at once and on the server every few seconds, and says how far it got. */
export function useAutosave(options: Options) {
  const { form, names, store, sendLate } = options;
  const [state, setState] = useState<SaveState>({ is: 'idle' });
  const own = useOwnText(options);
  const sender = useSender(options, own, setState);
  const say = useRef<number>(undefined);

  const onInput = useCallback(() => {
    window.clearTimeout(say.current);
    if (form.current === null) return;
    const data = new FormData(form.current);
    const at = Date.now();
    if (own.keep(data, at)) say.current = window.setTimeout(() => setState({ is: 'kept', at }), SAY_AFTER);
    sender.later();
  }, [form, own, sender]);

  useLeaving({
    isUnsent: () => own.unsent.current !== null && !sender.isStopped(),
    flush: async () => {
      window.clearTimeout(say.current);
      await sender.flush();
    },
    sendLate: () => {
      const data = form.current === null ? own.unsent.current : new FormData(form.current);
      if (data !== null) sendLate(data);
    },
  });

  const { offers, take, forget } = useOffers({ form, names, store, served: options.served, own });
  return { state, offers, take, forget, onInput, stop: sender.stop, settle: own.settle };
}

type Own = ReturnType<typeof useOwnText>;

/** What this form has kept: no other form, and no text that is offered, lies in its place. */
function useOwnText({ store, names }: Options) {
  const unsent = useRef<FormData | null>(null);
  const [own] = useState(() => {
    let place = '';
    const here = () => {
      if (place === '') place = newPlace(store);
      return place;
    };
    return {
      unsent,
      place: here,
      keep: (data: FormData, at: number): boolean => {
        unsent.current = data;
        return keepText(store, { place: here(), values: valuesOf(data, names), at });
      },
      /** Its text is where it belongs. */
      settle: () => {
        unsent.current = null;
        dropText(here());
      },
      /** What it has kept stays, and is offered; it goes on in another place. */
      moveOn: () => {
        place = newPlace(store);
      },
    };
  });
  return own;
}

/** Sends the form: a while after the last key, again where it did not arrive, at once when it is left. */
function useSender({ form, names, send, onSaved }: Options, own: Own, setState: (state: SaveState) => void) {
  const given = useRef({ names, send, onSaved });
  given.current = { names, send, onSaved };
  const [sender] = useState(() => {
    let timer: number | undefined;
    let isStopped = false;
    let sending: Promise<void> | null = null;
    const later = (after = SEND_AFTER) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void transmit(), after);
    };
    const transmit = (): Promise<void> => {
      sending ??= once().finally(() => {
        sending = null;
      });
      return sending;
    };
    const once = async (): Promise<void> => {
      if (form.current === null || isStopped) return;
      const place = own.place();
      const data = new FormData(form.current);
      const now = () => form.current && valuesOf(new FormData(form.current), given.current.names);
      const sent = valuesOf(data, given.current.names);
      try {
        const answer = await given.current.send(data);
        if (answer.is !== 'saved') {
          setState(answer.is === 'signed-out' ? { is: 'signed-out', at: Date.now() } : { is: answer.is });
          return;
        }
        given.current.onSaved(answer.version);
        const latest = now();
        if (latest !== null && isSame(latest, sent) && own.place() === place) own.settle();
        else later();
        setState({ is: 'saved', at: Date.parse(answer.savedAt) });
      } catch {
        later(AGAIN_AFTER);
      }
    };
    return {
      later: () => later(),
      isStopped: () => isStopped,
      flush: async () => {
        window.clearTimeout(timer);
        await sending;
        if (own.unsent.current !== null) await transmit();
      },
      /** Before the form is sent as a whole: nothing goes out beside it. */
      stop: (isOver: boolean) => {
        isStopped = isOver;
        window.clearTimeout(timer);
      },
    };
  });
  useEffect(() => () => sender.stop(sender.isStopped()), [sender]);
  return sender;
}

type OffersOf = Pick<Options, 'form' | 'names' | 'store' | 'served'> & { own: Own };

/** What did not arrive before: offered until a person takes it or deletes it, however much is typed meanwhile. */
function useOffers({ form, names, store, served, own }: OffersOf) {
  const [offers, setOffers] = useState<DeviceText[]>([]);
  const first = useRef(served);
  useEffect(() => {
    // Compared with what the page came with: the form is newer from then on.
    setOffers(textsNotArrived(store, first.current));
  }, [store]);
  const forget = (offer: DeviceText) => {
    dropText(offer.place);
    setOffers((all) => all.filter((one) => one !== offer));
  };
  /** What the form held is offered in turn. @returns what it holds from now on */
  const take = (offer: DeviceText): Values => {
    const others = offers.filter((one) => one !== offer);
    const at = Date.now();
    const held = form.current === null ? first.current : valuesOf(new FormData(form.current), names);
    if (!isSame(held, first.current) && !isSame(held, offer.values)) {
      const mine = { place: own.place(), values: held, at };
      keepText(store, mine);
      others.unshift(mine);
      own.moveOn();
    }
    const isKept = keepText(store, { place: own.place(), values: offer.values, at });
    if (isKept) dropText(offer.place);
    setOffers(others);
    return offer.values;
  };
  return { offers, take, forget };
}
