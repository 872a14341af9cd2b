-- What is reckoned from papers: whose each one is, and what is not finished. Days as in 0001.

-- Authors as compared: "faction:grüne", "member:spd", "name:ute weiss" (council/served/author_names.py). The row is what
-- buttons carry.
CREATE TABLE author_names (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    body INTEGER NOT NULL REFERENCES bodies (id),
    key  TEXT NOT NULL,
    UNIQUE (body, key)
) STRICT;

CREATE TABLE authorships (
    body     INTEGER NOT NULL,
    author   INTEGER NOT NULL REFERENCES author_names (id) ON DELETE CASCADE,
    paper    INTEGER NOT NULL,
    written  TEXT NOT NULL,               -- as the council wrote it
    in_title INTEGER NOT NULL CHECK (in_title IN (0, 1)),
    PRIMARY KEY (author, paper),
    FOREIGN KEY (body, paper) REFERENCES papers (body, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX authorships_by_paper ON authorships (paper);

-- Public papers that a committee still has to deal with (council/published/waiting.py).
CREATE TABLE open_papers (
    paper     INTEGER PRIMARY KEY,
    body      INTEGER NOT NULL,
    lies_in   INTEGER REFERENCES organizations (id) ON DELETE SET NULL,  -- NULL: not published
    since     TEXT,                       -- the day since when it lies there
    review_on TEXT,                       -- from that day on this may be otherwise, without anything having been read
    FOREIGN KEY (body, paper) REFERENCES papers (body, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX open_papers_by_organization ON open_papers (lies_in);

-- Stored papers of which all this is still to be reckoned.
CREATE TABLE unreckoned (
    paper INTEGER PRIMARY KEY,
    body  INTEGER NOT NULL,
    FOREIGN KEY (body, paper) REFERENCES papers (body, id) ON DELETE CASCADE
) STRICT;

INSERT INTO unreckoned (paper, body) SELECT id, body FROM papers WHERE public;

-- Stops that tell no session's key belong to the session of that day.
CREATE INDEX consultations_by_day ON consultations (body, date) WHERE meeting IS NULL AND date IS NOT NULL;

-- What can be followed now: authors too. SQLite cannot change a CHECK, so the table is made anew.
CREATE TABLE subscriptions_now (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscriber   INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    body         INTEGER NOT NULL REFERENCES bodies (id),
    follow       TEXT NOT NULL CHECK (follow IN ('paper', 'organization', 'author')),
    -- As in 0003; of an author the key that stands for all of its spellings (council/served/authors.py).
    target_key   TEXT NOT NULL,
    paper        INTEGER REFERENCES papers (id),
    organization INTEGER REFERENCES organizations (id),
    author       INTEGER REFERENCES author_names (id),
    author_label TEXT,                    -- what the author was called when it was followed
    paused       INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    since        INTEGER NOT NULL,
    UNIQUE (subscriber, body, follow, target_key),
    CHECK (
        (follow = 'paper') = (paper IS NOT NULL) AND (follow = 'organization') = (organization IS NOT NULL)
        AND (follow = 'author') = (author IS NOT NULL) AND (author IS NULL) = (author_label IS NULL)
    )
) STRICT;

INSERT INTO subscriptions_now (id, subscriber, body, follow, target_key, paper, organization, paused, since)
SELECT id, subscriber, body, follow, target_key, paper, organization, paused, since FROM subscriptions;

DROP TABLE subscriptions;
ALTER TABLE subscriptions_now RENAME TO subscriptions;

CREATE INDEX subscriptions_by_target ON subscriptions (body, follow, target_key, subscriber);
CREATE INDEX subscriptions_by_organization ON subscriptions (organization);
CREATE INDEX subscriptions_by_author ON subscriptions (author) WHERE author IS NOT NULL;

-- Spellings that a chat took out of an author it follows. All others count, also those to come.
CREATE TABLE excluded_names (
    -- The key's columns first: else quick_check of SQLite 3.40 takes the table for damaged.
    subscription INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    author       INTEGER NOT NULL REFERENCES author_names (id) ON DELETE CASCADE,
    body         INTEGER NOT NULL REFERENCES bodies (id),
    PRIMARY KEY (subscription, author)
) STRICT, WITHOUT ROWID;

CREATE INDEX excluded_names_by_author ON excluded_names (author);
