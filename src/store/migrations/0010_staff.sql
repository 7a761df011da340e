-- The people who work here, their teams, and what the authority tells families about itself.
CREATE TABLE authority_profile (
    {authority}
    id {id} NOT NULL,
    name {text} NOT NULL,
    phone {text} NOT NULL,
    out_of_hours_phone {text} NOT NULL,
    opening_hours {text} NOT NULL,
    website {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};

CREATE TABLE team (
    {authority}
    id {id} NOT NULL,
    name {text} NOT NULL,
    phone {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};

CREATE TABLE staff (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    name {text} NOT NULL,
    sign_in_name {text} NOT NULL,
    role {text} NOT NULL,
    team {id} NOT NULL,
    phone {text} NOT NULL,
    social_work_qualified {int} NOT NULL,
    disabled_at {instant},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE UNIQUE INDEX staff_by_sign_in_name ON staff ({tenant} sign_in_name);

-- Not journalled: a password's hash never leaves in a journal, a copy or a replay; it is set again instead.
CREATE TABLE staff_password (
    {authority}
    staff {id} NOT NULL,
    hash {text} NOT NULL,
    changed_at {instant} NOT NULL,
    PRIMARY KEY ({tenant} staff)
) {strict};

CREATE TABLE sign_in_attempt (
    {authority}
    id {id} NOT NULL,
    sign_in_name {text} NOT NULL,
    peer {text} NOT NULL,
    at {instant} NOT NULL,
    failed {int} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX sign_in_attempt_by_name ON sign_in_attempt ({tenant} sign_in_name, at);
CREATE INDEX sign_in_attempt_by_peer ON sign_in_attempt ({tenant} peer, at);
