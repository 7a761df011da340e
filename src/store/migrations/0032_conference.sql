-- Conferences: the children they are about, who is invited, what they said, and the reports.
CREATE TABLE conference (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    state {text} NOT NULL,
    starts_at {instant} NOT NULL,
    venue {text} NOT NULL,
    team {id} NOT NULL,
    instead_of {id} NOT NULL,
    late_why {text} NOT NULL,
    chair {id} NOT NULL,
    chair_declares {text} NOT NULL,
    declaration_by {id} NOT NULL,
    declaration_accepted {text} NOT NULL,
    chair_override_by {id} NOT NULL,
    chair_override_why {text} NOT NULL,
    attendance {text} NOT NULL,
    attendance_why {text} NOT NULL,
    invited_at {instant},
    met_parents_at {instant},
    met_parents_who {text} NOT NULL,
    not_met_why {text} NOT NULL,
    not_quorate_why {text} NOT NULL,
    early_review_considered {text} NOT NULL,
    exclusions {text} NOT NULL,
    minutes_by {id} NOT NULL,
    minutes {text} NOT NULL,
    decided_at {instant},
    did_not_proceed_why {text} NOT NULL,
    reconvened_as {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};

CREATE TABLE conference_child (
    {authority}
    id {id} NOT NULL,
    conference {id} NOT NULL,
    child {id} NOT NULL,
    kind {text} NOT NULL,
    enquiry {id} NOT NULL,
    plan {id} NOT NULL,
    due {date} NOT NULL,
    child_view {text} NOT NULL,
    child_view_missing {text} NOT NULL,
    decision {text},
    category {text},
    threshold {text} NOT NULL,
    dissent {text} NOT NULL,
    plan_end {text},
    outline {text} NOT NULL,
    accountable_worker {id} NOT NULL,
    first_core_group_on {date},
    review_on {date},
    stopped_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX conference_child_by_conference ON conference_child ({tenant} conference);
CREATE INDEX conference_child_by_child ON conference_child ({tenant} child);

CREATE TABLE conference_invitation (
    {authority}
    id {id} NOT NULL,
    conference {id} NOT NULL,
    invited_as {text} NOT NULL,
    person {id} NOT NULL,
    name {text} NOT NULL,
    role {text} NOT NULL,
    agency {text} NOT NULL,
    adjustments {text} NOT NULL,
    not_invited_why {text} NOT NULL,
    relative_interprets_why {text} NOT NULL,
    came {text} NOT NULL,
    said {text} NOT NULL,
    said_nothing_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX conference_invitation_by_conference ON conference_invitation ({tenant} conference);

CREATE TABLE conference_report (
    {authority}
    id {id} NOT NULL,
    conference {id} NOT NULL,
    asked_of {text} NOT NULL,
    agency {text} NOT NULL,
    asked_on {date} NOT NULL,
    due_on {date} NOT NULL,
    received_on {date},
    strengths {text} NOT NULL,
    concerns {text} NOT NULL,
    not_received_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX conference_report_by_conference ON conference_report ({tenant} conference);

CREATE TABLE report_shared (
    {authority}
    id {id} NOT NULL,
    conference {id} NOT NULL,
    report {id} NOT NULL,
    adult {id} NOT NULL,
    shared_on {date},
    how {text} NOT NULL,
    not_shared_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX report_shared_by_conference ON report_shared ({tenant} conference);
