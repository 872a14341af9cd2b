-- Sessions in people's own calendars.

-- RFC 5545's SEQUENCE: raised by recording whenever a day, an hour, the place, the name or a cancellation changes.
ALTER TABLE meetings ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
-- The key it was first seen with. A calendar knows an entry by it, so it stays when the source renumbers the session or
-- gives it a key later; NULL: it had none then, and our own row stands in for ever.
ALTER TABLE meetings ADD COLUMN calendar_key TEXT;
UPDATE meetings SET calendar_key = key;
