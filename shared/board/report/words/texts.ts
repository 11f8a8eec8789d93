import type { Audience } from '../../../api/boards.ts';
import type { Withheld } from '../../export/withheld.ts';

/** A text that depends on a number; `{count}` stands for it. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** All that a report says itself, beside the method's own words for kinds, fields and values. */
export interface ReportTexts {
  /** Titles of sections. */
  readonly sections: {
    readonly statement: string;
    readonly tree: string;
    readonly causes: string;
    readonly actors: string;
    readonly relations: string;
    readonly calls: string;
    readonly actions: string;
    readonly vision: string;
    readonly covers: string;
    readonly impacts: string;
    readonly milestones: string;
    readonly timeline: string;
    readonly planAndReality: string;
    readonly whys: string;
    readonly lessons: string;
    readonly landing: string;
    readonly thanks: string;
    readonly votes: string;
    readonly decisions: string;
    readonly questions: string;
    readonly carPark: string;
    readonly verbatim: string;
  };
  readonly carParkLead: string;
  readonly verbatimLead: string;
  /** Where frames and zones are named: what lies in none. */
  readonly outside: string;
  /** In place of the words of a card that has none. */
  readonly untitled: string;
  /** Above what a problem leads to, in a nested list. */
  readonly leadsTo: string;
  readonly columns: {
    readonly depth: string;
    readonly parent: string;
    readonly roots: string;
    readonly zone: string;
    readonly board: string;
    readonly from: string;
    readonly to: string;
    readonly tie: string;
    readonly strength: string;
    readonly state: string;
    readonly direction: string;
    readonly note: string;
    readonly part: string;
    readonly when: string;
  };
  readonly facts: {
    readonly words: string;
    readonly organisations: string;
    readonly voices: string;
    readonly decisions: string;
    readonly questions: string;
  };
  /** What words stand on that is no card. */
  readonly shapes: {
    readonly note: string;
    readonly text: string;
    readonly arrow: string;
    readonly drawing: string;
  };
  /** What rounds of voting came to. */
  readonly votes: {
    readonly lead: string;
    readonly voters: Counted;
    /** Of how many organisations they are. */
    readonly of: Counted;
    readonly outvoted: string;
    /** Of a round of fewer than three. */
    readonly ofFew: string;
    /** Where they would tell how somebody voted. */
    readonly placesUntold: string;
    /** Cards of which a mean would tell how somebody voted, and those that nobody scored. */
    readonly fewScored: Counted;
    readonly card: string;
    readonly dots: string;
    readonly score: string;
    readonly byPeople: string;
    readonly byOrganisations: string;
    readonly fingers: string;
    readonly meaning: string;
    readonly people: string;
    readonly objection: string;
    readonly concern: string;
    readonly support: string;
  };
  readonly numbers: string;
  readonly quotes: string;
  readonly picture: string;
  /** Beside the day a vision is dated for, the day it was agreed on. */
  readonly agreedOn: string;
  readonly front: {
    readonly overview: string;
    readonly partnership: string;
    readonly date: string;
    readonly audience: string;
    readonly organisations: string;
    readonly people: Counted;
    readonly leftOut: string;
    readonly withheld: Readonly<Record<keyof Withheld, Counted>>;
    readonly audiences: Readonly<Record<Audience, string>>;
  };
}
