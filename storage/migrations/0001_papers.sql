-- What councils publish: bodies, papers and their way through the committees.
--
-- Days are TEXT 'YYYY-MM-DD' in the council's own calendar; instants are INTEGER seconds since 1970 in UTC.
-- Every table carries the body, and a row can only belong to a paper of the same body.

CREATE TABLE bodies (
    id   INTEGER PRIMARY KEY,
    key  TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    host TEXT
) STRICT;

CREATE TABLE organizations (
    id   INTEGER PRIMARY KEY,
    body INTEGER NOT NULL REFERENCES bodies (id),
    name TEXT NOT NULL,
    UNIQUE (body, name)
) STRICT;

CREATE TABLE papers (
    -- The number fits beside a day in the index's row number (storage/indexing.py).
    id                 INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id < 16777216),
    body               INTEGER NOT NULL REFERENCES bodies (id),
    key                TEXT,              -- the source's own stable key (ALLRIS: VOLFDNR); saved text has none
    reference          TEXT NOT NULL,     -- as published; not unique, sometimes empty
    reference_key      TEXT NOT NULL,     -- as compared (council/published/numbers.py)
    name               TEXT NOT NULL,
    public             INTEGER NOT NULL CHECK (public IN (0, 1)),
    paper_type         TEXT,
    date               TEXT,
    under_direction_of TEXT,
    web                TEXT,
    parent             TEXT,
    sachverhalt        TEXT,
    beschluss          TEXT,
    newest_on          TEXT,              -- the day of its newest stop, else its own: for "newest first"
    read_at            INTEGER NOT NULL,  -- when the source last said all this
    UNIQUE (body, id)
) STRICT;

CREATE UNIQUE INDEX papers_by_key ON papers (body, key) WHERE key IS NOT NULL;
CREATE INDEX papers_by_reference ON papers (reference_key, body);
CREATE INDEX public_papers ON papers (body, reference_key) WHERE public;

CREATE TABLE consultations (
    id           INTEGER PRIMARY KEY,
    body         INTEGER NOT NULL,
    paper        INTEGER NOT NULL,
    position     INTEGER NOT NULL,        -- order of the page
    organization INTEGER NOT NULL REFERENCES organizations (id),
    role         TEXT,
    date         TEXT,
    meeting      TEXT,                    -- the source's key (ALLRIS: SILFDNR)
    meeting_name TEXT,
    agenda_item  TEXT,                    -- the source's key (ALLRIS: TOLFDNR)
    result       TEXT,
    UNIQUE (paper, position),
    FOREIGN KEY (body, paper) REFERENCES papers (body, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX consultations_by_agenda_item ON consultations (body, agenda_item) WHERE agenda_item IS NOT NULL;
CREATE INDEX consultations_by_meeting ON consultations (body, meeting) WHERE meeting IS NOT NULL;
CREATE INDEX consultations_by_organization ON consultations (organization, date);

CREATE TABLE originators (
    body     INTEGER NOT NULL,
    paper    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (paper, position),
    FOREIGN KEY (body, paper) REFERENCES papers (body, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE related (
    body      INTEGER NOT NULL,
    paper     INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (paper, position),
    FOREIGN KEY (body, paper) REFERENCES papers (body, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
    body     INTEGER NOT NULL,
    paper    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    url      TEXT,
    PRIMARY KEY (paper, position),
    FOREIGN KEY (body, paper) REFERENCES papers (body, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Both indexes hold folded text (storage/folding.py). `facets` carries the body and the other filters as words,
-- so that a filtered question is answered from the index alone. The row number is day and paper (storage/indexing.py).
CREATE VIRTUAL TABLE paper_titles USING fts5 (title, facets, tokenize = 'trigram');

CREATE VIRTUAL TABLE paper_texts USING fts5 (
    title, text, facets,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '5 7'
);
