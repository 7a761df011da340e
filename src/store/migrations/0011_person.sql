-- People, what they are to each other, and the places that reveal where they are.
CREATE TABLE person (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    given_name {text} NOT NULL,
    family_name {text} NOT NULL,
    known_as {text} NOT NULL,
    stage {text} NOT NULL,
    date_of_birth {date},
    birth_date_is {text} NOT NULL,
    expected_date {date},
    sex {text} NOT NULL,
    ethnicity {text} NOT NULL,
    first_language {text} NOT NULL,
    communication {text} NOT NULL,
    disabled {int} NOT NULL,
    nhs_number {text} NOT NULL,
    phone {text} NOT NULL,
    safe_to_contact {text} NOT NULL,
    died_on {date},
    accountable_worker {id} NOT NULL,
    team {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX person_by_worker ON person ({tenant} accountable_worker);
CREATE INDEX person_by_team ON person ({tenant} team);
CREATE INDEX person_by_nhs_number ON person ({tenant} nhs_number);

-- Derived: the folded words and sound keys by which a person is found.
CREATE TABLE person_key (
    {authority}
    key {text} NOT NULL,
    person {id} NOT NULL,
    PRIMARY KEY ({tenant} key, person)
) {strict};
CREATE INDEX person_key_by_person ON person_key ({tenant} person);

CREATE TABLE relation (
    {authority}
    id {id} NOT NULL,
    child {id} NOT NULL,
    other {id} NOT NULL,
    kind {text} NOT NULL,
    responsibility {text} NOT NULL,
    responsibility_source {text} NOT NULL,
    from_date {date},
    until_date {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX relation_by_child ON relation ({tenant} child);
CREATE INDEX relation_by_other ON relation ({tenant} other);

CREATE TABLE place (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    person {id} NOT NULL,
    kind {text} NOT NULL,
    text {text} NOT NULL,
    postcode {text} NOT NULL,
    from_date {date},
    until_date {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX place_by_person ON place ({tenant} person);

CREATE TABLE place_secret (
    {authority}
    id {id} NOT NULL,
    place {id} NOT NULL,
    not_known_to {id} NOT NULL,
    reason {text} NOT NULL,
    set_by {id} NOT NULL,
    set_at {instant} NOT NULL,
    ended_at {instant},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX place_secret_by_place ON place_secret ({tenant} place);
