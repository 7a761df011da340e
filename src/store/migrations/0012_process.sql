-- What joins the steps: open duties, decisions with their reasons, and each child's timeline.
CREATE TABLE duty (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    duty {text} NOT NULL,
    about {text} NOT NULL,
    record {id} NOT NULL,
    child {id} NOT NULL,
    starts {date} NOT NULL,
    due {date} NOT NULL,
    due_at {instant},
    warn_on {date} NOT NULL,
    owner {id} NOT NULL,
    team {id} NOT NULL,
    clock {text} NOT NULL,
    edition {text} NOT NULL,
    what {text} NOT NULL,
    opened_at {instant} NOT NULL,
    closed_at {instant},
    met_on {date},
    closed_how {text},
    late_reason {text} NOT NULL,
    late_approved_by {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
-- Open duties only: their number follows the work in hand, not the years of history.
CREATE INDEX duty_open_by_owner ON duty ({tenant} owner, due) WHERE closed_at IS NULL;
CREATE INDEX duty_open_by_team ON duty ({tenant} team, due) WHERE closed_at IS NULL;
CREATE INDEX duty_open_by_child ON duty ({tenant} child) WHERE closed_at IS NULL;
CREATE INDEX duty_by_record ON duty ({tenant} record);

CREATE TABLE decision (
    {authority}
    id {id} NOT NULL,
    about {text} NOT NULL,
    record {id} NOT NULL,
    child {id} NOT NULL,
    outcome {text} NOT NULL,
    decided_by {id} NOT NULL,
    role {text} NOT NULL,
    decided_at {instant} NOT NULL,
    edition {text} NOT NULL,
    policy_hash {text} NOT NULL,
    reasons {text} NOT NULL,
    child_view {text} NOT NULL,
    child_view_missing {text} NOT NULL,
    parents_view {text} NOT NULL,
    parents_view_missing {text} NOT NULL,
    alternatives {text} NOT NULL,
    dissent {text} NOT NULL,
    review_on {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX decision_by_record ON decision ({tenant} record);

CREATE TABLE timeline_entry (
    {authority}
    id {id} NOT NULL,
    child {id} NOT NULL,
    happened_at {instant} NOT NULL,
    recorded_at {instant} NOT NULL,
    recorded_by {id} NOT NULL,
    about {text} NOT NULL,
    record {id} NOT NULL,
    kind {text} NOT NULL,
    title {text} NOT NULL,
    text {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX timeline_entry_by_child ON timeline_entry ({tenant} child, happened_at);
