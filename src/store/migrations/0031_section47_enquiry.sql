-- Section 47 enquiries, one for each child, and what was done in them.
CREATE TABLE section47_enquiry (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    start {text} NOT NULL,
    started_on {date} NOT NULL,
    discussion {id} NOT NULL,
    discussed_on {date},
    lead {id} NOT NULL,
    team {id} NOT NULL,
    state {text} NOT NULL,
    seen_on {date},
    seen_alone {text} NOT NULL,
    not_seen_why {text} NOT NULL,
    not_seen_alone_why {text} NOT NULL,
    wishes {text} NOT NULL,
    wishes_missing_why {text} NOT NULL,
    access_refused {text} NOT NULL,
    access_refused_done {text} NOT NULL,
    medical {text} NOT NULL,
    medical_notes {text} NOT NULL,
    analysis {text} NOT NULL,
    outcome {text},
    reasons {text} NOT NULL,
    dissent {text} NOT NULL,
    proposed_by {id} NOT NULL,
    proposed_at {instant},
    returned_why {text} NOT NULL,
    endorsed_by {id} NOT NULL,
    endorsed_at {instant},
    endorsement {text} NOT NULL,
    leads_to {text},
    stopped_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX section47_enquiry_by_child ON section47_enquiry ({tenant} child);

CREATE TABLE enquiry_step (
    {authority}
    id {id} NOT NULL,
    enquiry {id} NOT NULL,
    kind {text} NOT NULL,
    happened_at {instant} NOT NULL,
    by_staff {id} NOT NULL,
    with_whom {text} NOT NULL,
    learnt {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX enquiry_step_by_enquiry ON enquiry_step ({tenant} enquiry);
