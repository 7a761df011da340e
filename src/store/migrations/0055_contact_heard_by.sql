-- Who took the call or saw the person. Nothing: it came through the public form.
ALTER TABLE contact ADD COLUMN heard_by {id};
