/** A ballot counts for the organisation that its voter was part of when they first cast it. */
export const ballotsOfOrganisations: readonly string[] = [
  `CREATE TABLE ballots_of_organisations (
    round_id TEXT NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    organisation_id TEXT NOT NULL REFERENCES organisations ON DELETE CASCADE,
    votes TEXT NOT NULL,
    PRIMARY KEY (round_id, participant_id)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO ballots_of_organisations
    SELECT ballots.round_id, ballots.participant_id, participants.organisation_id, ballots.votes
    FROM ballots JOIN participants ON participants.id = ballots.participant_id`,
  'DROP TABLE ballots',
  'ALTER TABLE ballots_of_organisations RENAME TO ballots',
  'CREATE INDEX ballots_by_participant ON ballots (participant_id)',
  'CREATE INDEX ballots_by_organisation ON ballots (organisation_id)',
];
