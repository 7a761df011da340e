-- What every record stands on: whose it is, the journal, who looked at what, and what is kept beside the record.

CREATE TABLE authority (
    {authority}
    id     {id} NOT NULL,
    name   {text} NOT NULL,
    single {int} NOT NULL DEFAULT 1 CHECK (single = 1),
    PRIMARY KEY ({tenant} id),
    UNIQUE ({tenant} single)
) {strict};
--postgres ALTER TABLE authority ADD CHECK (id = authority_id);

-- One row for each Change. commit_order never goes back in the order in which transactions became visible: heads read by
-- it. hash covers every other column but commit_order, which the heads cover.
CREATE TABLE journal_entry (
    {authority}
    sequence        {int} NOT NULL,
    commit_order    {int} NOT NULL,
    record_kind     {text} NOT NULL,
    record_id       {id} NOT NULL,
    record_sequence {int} NOT NULL,
    kind            {text} NOT NULL,
    version         {int} NOT NULL,
    recorded_at     {instant} NOT NULL,
    actor           {id} NOT NULL,
    previous_hash   {bytes} NOT NULL,
    commitment      {bytes} NOT NULL,
    hash            {bytes} NOT NULL,
    PRIMARY KEY ({tenant} sequence),
    UNIQUE ({tenant} record_id, record_sequence)
) {strict};
CREATE INDEX journal_entry_by_commit ON journal_entry ({tenant} commit_order);

-- Salt and body of an entry; both null once it is redacted.
CREATE TABLE journal_body (
    {authority}
    sequence {int} NOT NULL,
    salt     {bytes},
    body     {bytes},
    PRIMARY KEY ({tenant} sequence)
) {strict};

-- The newest entry of each record.
CREATE TABLE journal_record (
    {authority}
    record_id     {id} NOT NULL,
    record_kind   {text} NOT NULL,
    last_sequence {int} NOT NULL,
    last_hash     {bytes} NOT NULL,
    PRIMARY KEY ({tenant} record_id)
) {strict};

CREATE TABLE journal_head (
    {authority}
    number        {int} NOT NULL,
    at            {instant} NOT NULL,
    entries_until {int} NOT NULL,
    entries       {int} NOT NULL,
    entries_hash  {bytes} NOT NULL,
    access_until  {int} NOT NULL,
    accesses      {int} NOT NULL,
    access_hash   {bytes} NOT NULL,
    previous_hash {bytes} NOT NULL,
    hash          {bytes} NOT NULL,
    public_key    {bytes} NOT NULL,
    signature     {bytes} NOT NULL,
    PRIMARY KEY ({tenant} number)
) {strict};

-- One row for each request that showed somebody's record, and the people whom it showed.
CREATE TABLE access_log (
    {authority}
    sequence     {int} NOT NULL,
    commit_order {int} NOT NULL,
    at           {instant} NOT NULL,
    actor        {id} NOT NULL,
    action       {text} NOT NULL,
    purpose      {text} NOT NULL,
    reason       {text},
    PRIMARY KEY ({tenant} sequence)
) {strict};
CREATE INDEX access_log_by_commit ON access_log ({tenant} commit_order);
CREATE INDEX access_log_by_actor ON access_log ({tenant} actor, at, sequence);

CREATE TABLE access_person (
    {authority}
    access_sequence {int} NOT NULL,
    person_id       {id} NOT NULL,
    PRIMARY KEY ({tenant} access_sequence, person_id)
) {strict};
CREATE INDEX access_person_by_person ON access_person ({tenant} person_id, access_sequence);

-- Form tokens and API keys that have had their effect, for seven days.
CREATE TABLE idempotency (
    {authority}
    token       {text} NOT NULL,
    fingerprint {bytes} NOT NULL,
    location    {text} NOT NULL,
    at          {instant} NOT NULL,
    PRIMARY KEY ({tenant} token)
) {strict};
CREATE INDEX idempotency_by_age ON idempotency ({tenant} at, token);

-- Who is signed in: the hash of the cookie's token, never the token.
CREATE TABLE session (
    {authority}
    token_hash {bytes} NOT NULL,
    staff_id   {id} NOT NULL,
    started_at {instant} NOT NULL,
    seen_at    {instant} NOT NULL,
    ends_at    {instant} NOT NULL,
    PRIMARY KEY ({tenant} token_hash)
) {strict};
CREATE INDEX session_by_staff ON session ({tenant} staff_id, token_hash);

-- What a signed-in person has typed and not sent yet.
CREATE TABLE draft (
    {authority}
    staff_id {id} NOT NULL,
    form     {text} NOT NULL,
    subject  {text} NOT NULL,
    fields   {text} NOT NULL,
    saved_at {instant} NOT NULL,
    PRIMARY KEY ({tenant} staff_id, form, subject)
) {strict};

-- What must happen outside, written with what makes it so, carried out by one runner.
CREATE TABLE outbox (
    {authority}
    id         {id} NOT NULL,
    kind       {text} NOT NULL,
    payload    {text} NOT NULL,
    written_at {instant} NOT NULL,
    not_before {instant} NOT NULL,
    attempts   {int} NOT NULL DEFAULT 0,
    last_fault {text},
    done_at    {instant},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX outbox_waiting ON outbox ({tenant} not_before, id) WHERE done_at IS NULL;

-- PostgreSQL counts transactions from the start of its cluster; a journal restored from elsewhere counts on from its own.
CREATE TABLE commit_base (
    {authority}
    base {int} NOT NULL,
    PRIMARY KEY ({tenant} base)
) {strict};
--postgres CREATE SEQUENCE journal_entry_sequence;
--postgres CREATE SEQUENCE access_log_sequence;
