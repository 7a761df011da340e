-- Before birth a visit under a plan is to the parents who expect the child.
ALTER TABLE protection_visit ADD COLUMN parents_seen {text} NOT NULL DEFAULT 'not_known';
