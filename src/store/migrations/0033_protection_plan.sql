-- Child protection plans: what must change, who does what, the core group, and visits.
CREATE TABLE protection_plan (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    started_on {date} NOT NULL,
    conference {id} NOT NULL,
    category {text} NOT NULL,
    accountable_worker {id} NOT NULL,
    team {id} NOT NULL,
    already_helps {text} NOT NULL,
    contingency {text} NOT NULL,
    family_view {text} NOT NULL,
    child_view {text} NOT NULL,
    child_view_missing {text} NOT NULL,
    visit_every_days {int} NOT NULL,
    visited_by {text} NOT NULL,
    last_review {id} NOT NULL,
    reviewed_on {date} NOT NULL,
    review_by {date} NOT NULL,
    review_booked {date} NOT NULL,
    ended_on {date},
    end_reason {text},
    end_why {text} NOT NULL,
    inherited_from {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX protection_plan_by_child ON protection_plan ({tenant} child);

CREATE TABLE plan_change (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    position {int} NOT NULL,
    must_change {text} NOT NULL,
    how_we_will_know {text} NOT NULL,
    by_date {date},
    progress {text} NOT NULL,
    achieved_on {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX plan_change_by_plan ON plan_change ({tenant} plan);

CREATE TABLE plan_action (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    change {id} NOT NULL,
    position {int} NOT NULL,
    who {text} NOT NULL,
    what {text} NOT NULL,
    by_date {date},
    status {text} NOT NULL,
    note {text} NOT NULL,
    looked_at_on {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX plan_action_by_plan ON plan_action ({tenant} plan);

CREATE TABLE plan_category (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    category {text} NOT NULL,
    from_date {date} NOT NULL,
    conference {id} NOT NULL,
    why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX plan_category_by_plan ON plan_category ({tenant} plan);

CREATE TABLE protection_visit (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    child {id} NOT NULL,
    visited_at {instant} NOT NULL,
    by_staff {id} NOT NULL,
    seen {text} NOT NULL,
    seen_alone {text} NOT NULL,
    why_not {text} NOT NULL,
    child_said {text} NOT NULL,
    account {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX protection_visit_by_plan ON protection_visit ({tenant} plan);

CREATE TABLE core_group_member (
    {authority}
    id {id} NOT NULL,
    plan {id} NOT NULL,
    person {id} NOT NULL,
    staff {id} NOT NULL,
    name {text} NOT NULL,
    role {text} NOT NULL,
    agency {text} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date},
    left_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX core_group_member_by_plan ON core_group_member ({tenant} plan);

CREATE TABLE core_group_meeting (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    plan {id} NOT NULL,
    number {int} NOT NULL,
    held_at {instant} NOT NULL,
    led_by {id} NOT NULL,
    family_said {text} NOT NULL,
    progress {text} NOT NULL,
    worries {text} NOT NULL,
    next_on {date},
    recorded_by {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX core_group_meeting_by_plan ON core_group_meeting ({tenant} plan);

CREATE TABLE core_group_attendance (
    {authority}
    id {id} NOT NULL,
    meeting {id} NOT NULL,
    member {id} NOT NULL,
    came {text} NOT NULL,
    note {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX core_group_attendance_by_meeting ON core_group_attendance ({tenant} meeting);
