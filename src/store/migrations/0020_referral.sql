-- Referrals, one for each child, and who was accountable for the child when.
CREATE TABLE referral (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    contact {id} NOT NULL,
    received_at {instant} NOT NULL,
    accepted_at {instant} NOT NULL,
    decided_at {instant},
    recorded_at {instant} NOT NULL,
    source {text} NOT NULL,
    source_detail {text} NOT NULL,
    reason {text} NOT NULL,
    need {text} NOT NULL,
    team {id} NOT NULL,
    state {text} NOT NULL,
    decision {text},
    decided_by {id} NOT NULL,
    decision_reasons {text} NOT NULL,
    service {text} NOT NULL,
    closed_on {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX referral_by_child ON referral ({tenant} child, received_at, id);
CREATE INDEX referral_by_contact ON referral ({tenant} contact, id);
-- The front door reads only what still waits for a decision.
CREATE INDEX referral_waiting ON referral ({tenant} received_at, id) WHERE state = 'received';

CREATE TABLE child_worker (
    {authority}
    id {id} NOT NULL,
    child {id} NOT NULL,
    staff {id} NOT NULL,
    team {id} NOT NULL,
    role {text} NOT NULL,
    from_at {instant} NOT NULL,
    until_at {instant},
    arranged_by {id} NOT NULL,
    taken_over_from {id} NOT NULL,
    note {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX child_worker_by_child ON child_worker ({tenant} child, from_at, id);
CREATE INDEX child_worker_by_staff ON child_worker ({tenant} staff, child) WHERE until_at IS NULL;

-- Why the work with a child ended, decided by a manager.
CREATE TABLE closure (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    referral {id} NOT NULL,
    reason {text} NOT NULL,
    closes_on {date} NOT NULL,
    why {text} NOT NULL,
    family_view {text} NOT NULL,
    family_view_missing_why {text} NOT NULL,
    child_view {text} NOT NULL,
    child_view_missing_why {text} NOT NULL,
    services_that_stay {text} NOT NULL,
    how_to_come_back {text} NOT NULL,
    proposed_by {id} NOT NULL,
    proposed_at {instant} NOT NULL,
    state {text} NOT NULL,
    decided_by {id} NOT NULL,
    decided_at {instant},
    decision_reasons {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX closure_by_child ON closure ({tenant} child, proposed_at, id);
