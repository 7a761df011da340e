-- What a worker told the data team about a census finding that is true as it is recorded, and the answer.
CREATE TABLE census_note (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    census_year {int} NOT NULL,
    rule {text} NOT NULL,
    about {text} NOT NULL,
    note {text} NOT NULL,
    written_by {id} NOT NULL,
    written_at {instant} NOT NULL,
    answer {text} NOT NULL,
    answer_words {text} NOT NULL,
    answered_by {id} NOT NULL,
    answered_at {instant},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX census_note_by_child ON census_note ({tenant} child, written_at, id);
CREATE INDEX census_note_waiting ON census_note ({tenant} answer, written_at, id);

-- The census rules' figures of a day, for each team and rule: worked out once a day, not part of the record.
CREATE TABLE census_day (
    {authority}
    census_year {int} NOT NULL,
    day {date} NOT NULL,
    team {id} NOT NULL,
    rule {text} NOT NULL,
    children {int} NOT NULL,
    open_findings {int} NOT NULL,
    explained {int} NOT NULL,
    PRIMARY KEY ({tenant} census_year, day, team, rule)
) {strict};
