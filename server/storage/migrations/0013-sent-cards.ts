/** Which cards people have sent to boards, so that none that is sent again is there twice. Nothing says what became of them. */
export const sentCards: readonly string[] = [
  `CREATE TABLE sent_cards (
    board_id TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    card_id TEXT NOT NULL,
    PRIMARY KEY (board_id, participant_id, card_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX sent_cards_by_participant ON sent_cards (participant_id)',
];
