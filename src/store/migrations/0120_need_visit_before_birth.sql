-- Before birth a visit to a child in need is to the parents who expect the child. Nobody had asked whether they were seen.
ALTER TABLE need_plan_visit ADD COLUMN parents_seen {text} NOT NULL DEFAULT 'not_known';
