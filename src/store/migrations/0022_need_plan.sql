-- Child in need plans: the plan, who has a part in it, what is done, its reviews and its visits.
CREATE TABLE need_plan (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    referral {id} NOT NULL,
    assessment {id} NOT NULL,
    worker {id} NOT NULL,
    team {id} NOT NULL,
    decided_on {date} NOT NULL,
    met_on {date},
    already_helps {text} NOT NULL,
    family_wants {text} NOT NULL,
    child_wants {text} NOT NULL,
    child_wants_missing_why {text} NOT NULL,
    worries {text} NOT NULL,
    if_things_go_wrong {text} NOT NULL,
    next_review {date},
    state {text} NOT NULL,
    ended_on {date},
    end_reason {text},
    ended_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX need_plan_by_child ON need_plan ({tenant} child, decided_on, id);

CREATE TABLE need_plan_member (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    person {id} NOT NULL,
    name {text} NOT NULL,
    part {text} NOT NULL,
    invited {text} NOT NULL,
    came {text} NOT NULL,
    agreement {text} NOT NULL,
    in_their_words {text} NOT NULL,
    answered_on {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX need_plan_member_by_plan ON need_plan_member ({tenant} plan, id);

CREATE TABLE need_plan_action (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    position {int} NOT NULL,
    outcome {text} NOT NULL,
    action {text} NOT NULL,
    owner {text} NOT NULL,
    owner_person {id} NOT NULL,
    owner_staff {id} NOT NULL,
    by_date {date},
    how_we_know {text} NOT NULL,
    state {text} NOT NULL,
    settled_on {date},
    progress {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX need_plan_action_by_plan ON need_plan_action ({tenant} plan, position, id);

CREATE TABLE need_plan_review (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    held_on {date} NOT NULL,
    recorded_by {id} NOT NULL,
    family_view {text} NOT NULL,
    family_view_missing_why {text} NOT NULL,
    child_view {text} NOT NULL,
    child_view_missing_why {text} NOT NULL,
    progress {text} NOT NULL,
    decision {text} NOT NULL,
    reasons {text} NOT NULL,
    next_review {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX need_plan_review_by_plan ON need_plan_review ({tenant} plan, held_on, id);

CREATE TABLE need_plan_visit (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    visited_on {date} NOT NULL,
    visited_by {id} NOT NULL,
    seen {text} NOT NULL,
    not_seen_why {text} NOT NULL,
    note {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX need_plan_visit_by_plan ON need_plan_visit ({tenant} plan, visited_on, id);
