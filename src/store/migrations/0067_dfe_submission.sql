-- What the DfE's daily API is to be told of each child, what it holds of the child as far as we know, and each run.
CREATE TABLE dfe_submission (
    {authority}
    child {id} NOT NULL,
    number {text} NOT NULL,
    payload {text} NOT NULL,
    hash {bytes} NOT NULL,
    accepted {text} NOT NULL,
    accepted_hash {bytes} NOT NULL,
    in_doubt {text} NOT NULL,
    row_state {text} NOT NULL,
    status {text} NOT NULL,
    receipt {text} NOT NULL,
    changed_at {instant} NOT NULL,
    sent_at {instant},
    error {text} NOT NULL,
    PRIMARY KEY ({tenant} child)
) {strict};
CREATE INDEX dfe_submission_by_status ON dfe_submission ({tenant} status, child);

CREATE TABLE dfe_run (
    {authority}
    id {id} NOT NULL,
    kind {text} NOT NULL,
    started_at {instant} NOT NULL,
    ended_at {instant} NOT NULL,
    run_by {text} NOT NULL,
    added {int} NOT NULL,
    updated {int} NOT NULL,
    unchanged {int} NOT NULL,
    deleted {int} NOT NULL,
    sent {int} NOT NULL,
    errors {int} NOT NULL,
    batches {int} NOT NULL,
    answer {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX dfe_run_by_start ON dfe_run ({tenant} started_at, id);
