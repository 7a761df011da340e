-- Strategy discussions: who took part, what was decided for each child, who tells whom; and interim safety plans.
CREATE TABLE strategy_discussion (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    held_at {instant} NOT NULL,
    entered_at {instant} NOT NULL,
    held_as {text} NOT NULL,
    contact {id} NOT NULL,
    manager {id} NOT NULL,
    recorded_by {id} NOT NULL,
    team {id} NOT NULL,
    information {text} NOT NULL,
    reasonable_cause {text} NOT NULL,
    actions {text} NOT NULL,
    police_reference {text} NOT NULL,
    completed_at {instant},
    completed_by {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX strategy_discussion_by_contact ON strategy_discussion ({tenant} contact);

CREATE TABLE strategy_child (
    {authority}
    id {id} NOT NULL,
    discussion {id} NOT NULL,
    child {id} NOT NULL,
    decision {text},
    reasons {text} NOT NULL,
    dissent {text} NOT NULL,
    enquiry {id} NOT NULL,
    starts_the_enquiry {int} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX strategy_child_by_discussion ON strategy_child ({tenant} discussion);
CREATE INDEX strategy_child_by_child ON strategy_child ({tenant} child);

CREATE TABLE strategy_attendance (
    {authority}
    id {id} NOT NULL,
    discussion {id} NOT NULL,
    agency {text} NOT NULL,
    name {text} NOT NULL,
    role {text} NOT NULL,
    took_part {text} NOT NULL,
    missing_why {text} NOT NULL,
    follow_up_on {date},
    followed_up_on {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX strategy_attendance_by_discussion ON strategy_attendance ({tenant} discussion);

CREATE TABLE strategy_telling (
    {authority}
    id {id} NOT NULL,
    discussion {id} NOT NULL,
    child {id} NOT NULL,
    who_is_told {text} NOT NULL,
    told_by {text} NOT NULL,
    what {text} NOT NULL,
    told_at {instant},
    not_yet_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX strategy_telling_by_discussion ON strategy_telling ({tenant} discussion);

CREATE TABLE interim_safety_plan (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    discussion {id} NOT NULL,
    conference {id} NOT NULL,
    starts {date} NOT NULL,
    reviewed_by {date} NOT NULL,
    worries {text} NOT NULL,
    what_helps {text} NOT NULL,
    who_does_what {text} NOT NULL,
    if_it_fails {text} NOT NULL,
    who_to_ring {text} NOT NULL,
    agreed_by {text} NOT NULL,
    made_by {id} NOT NULL,
    made_at {instant} NOT NULL,
    ended_at {instant},
    ended_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX interim_safety_plan_by_child ON interim_safety_plan ({tenant} child);
