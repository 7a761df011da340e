-- Contacts, and the children they are about as the reporter described them.
CREATE TABLE contact (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    reference {text} NOT NULL,
    channel {text} NOT NULL,
    reporter {text} NOT NULL,
    received_at {instant} NOT NULL,
    entered_at {instant} NOT NULL,
    accepted_at {instant},
    decided_at {instant},
    worry {text} NOT NULL,
    already_helps {text} NOT NULL,
    danger_now {text} NOT NULL,
    danger_why {text} NOT NULL,
    reporter_name {text} NOT NULL,
    reporter_phone {text} NOT NULL,
    reporter_email {text} NOT NULL,
    safe_to_reach {text} NOT NULL,
    may_name_reporter {text} NOT NULL,
    relation_to_child {text} NOT NULL,
    agency {text} NOT NULL,
    agency_role {text} NOT NULL,
    source_code {text} NOT NULL,
    consent {text} NOT NULL,
    without_consent_why {text} NOT NULL,
    parents_told {text} NOT NULL,
    not_told_why {text} NOT NULL,
    advice_taken {text} NOT NULL,
    state {text} NOT NULL,
    taken_by {id} NOT NULL,
    taken_at {instant},
    team {id} NOT NULL,
    decision {text},
    decided_by {id} NOT NULL,
    decision_reasons {text} NOT NULL,
    told_reporter {text} NOT NULL,
    for_worker {id} NOT NULL,
    read_at {instant},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE UNIQUE INDEX contact_by_reference ON contact ({tenant} reference);
-- The front door reads only what still waits for a decision.
CREATE INDEX contact_waiting ON contact ({tenant} received_at, id) WHERE state IN ('received', 'taken');
CREATE INDEX contact_unread ON contact ({tenant} for_worker, received_at) WHERE state = 'passed_to_worker' AND read_at IS NULL;

CREATE TABLE contact_child (
    {authority}
    id {id} NOT NULL,
    contact {id} NOT NULL,
    position {int} NOT NULL,
    given_name {text} NOT NULL,
    family_name {text} NOT NULL,
    unborn {text} NOT NULL,
    date_of_birth {date},
    expected_date {date},
    age_or_birth {text} NOT NULL,
    address {text} NOT NULL,
    school {text} NOT NULL,
    person {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX contact_child_by_contact ON contact_child ({tenant} contact, position);
CREATE INDEX contact_child_by_person ON contact_child ({tenant} person);
