-- A child's timeline is read newest first, entries of one instant in the order of their ids: as the index has them.
DROP INDEX timeline_entry_by_child;
CREATE INDEX timeline_entry_by_child ON timeline_entry ({tenant} child, happened_at, id);

-- When a child was last seen.
CREATE INDEX protection_visit_by_child ON protection_visit ({tenant} child, visited_at);
