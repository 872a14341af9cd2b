-- What is read in rounds: sources, sessions with their agendas, what changed, and what is to be read next.
--
-- Days and instants as in 0001. An instant as published stands beside it in ISO 8601 with its offset. JSON columns
-- hold facts by name (council/published/changes.py: Facts) or short lists; they are never asked by content.

CREATE TABLE sources (
    id                 INTEGER PRIMARY KEY,
    body               INTEGER NOT NULL REFERENCES bodies (id),
    kind               TEXT NOT NULL,
    place              TEXT NOT NULL,
    first_read_done_at INTEGER,           -- until then nothing read is news
    last_good_at       INTEGER,
    last_tried_at      INTEGER,
    failures           INTEGER NOT NULL DEFAULT 0,  -- in a row
    failing_since      INTEGER,
    error_kind         TEXT,
    error              TEXT,              -- a whole sentence for operators
    can_look_up        INTEGER NOT NULL DEFAULT 0 CHECK (can_look_up IN (0, 1)),
    may_read           INTEGER CHECK (may_read IN (0, 1)),  -- robots.txt's word; NULL: not asked yet
    may_read_reason    TEXT,
    UNIQUE (body, kind, place),
    UNIQUE (body, id)
) STRICT;

-- Only kinds of pages whose structure was not as known when last read.
CREATE TABLE structures (
    body    INTEGER NOT NULL,
    source  INTEGER NOT NULL,
    page    TEXT NOT NULL,
    since   INTEGER NOT NULL,
    times   INTEGER NOT NULL,             -- in a row
    finding TEXT NOT NULL,
    PRIMARY KEY (source, page),
    FOREIGN KEY (body, source) REFERENCES sources (body, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rounds (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    body         INTEGER NOT NULL,
    source       INTEGER NOT NULL,
    started_at   INTEGER NOT NULL,
    finished_at  INTEGER,
    held         INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
    pages_read   INTEGER NOT NULL DEFAULT 0,
    pages_failed INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (body, source) REFERENCES sources (body, id)
) STRICT;

CREATE UNIQUE INDEX unfinished_rounds ON rounds (source) WHERE finished_at IS NULL;

-- What the fuse counts at the end of a round: papers known before and read in it, and what came back under another
-- key. Emptied when the round ends.
CREATE TABLE round_marks (
    body     INTEGER NOT NULL REFERENCES bodies (id),
    round    INTEGER NOT NULL REFERENCES rounds (id),
    kind     TEXT NOT NULL CHECK (kind IN ('meeting', 'paper')),
    row      INTEGER NOT NULL,
    remapped INTEGER NOT NULL CHECK (remapped IN (0, 1)),
    PRIMARY KEY (round, kind, row)
) STRICT, WITHOUT ROWID;

-- Pages that are read again and again.
CREATE TABLE targets (
    id            INTEGER PRIMARY KEY,
    body          INTEGER NOT NULL,
    source        INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    key           TEXT NOT NULL,
    windows       TEXT NOT NULL,          -- JSON: [[begin, until, rhythm], …] in seconds (storage/windows.py)
    due_at        INTEGER,                -- reckoned from all the rest; NULL: never again
    first_seen_at INTEGER NOT NULL,
    listed_date   TEXT,                   -- of a paper: when a list says it was created
    last_read_at  INTEGER,
    nudged_at     INTEGER,
    failures      INTEGER NOT NULL DEFAULT 0,  -- in a row
    failed_at     INTEGER,
    outcome       TEXT,                   -- of the last try
    outcome_since INTEGER,                -- in a row
    round         INTEGER,                -- in which it was last tried
    UNIQUE (source, kind, key),
    FOREIGN KEY (body, source) REFERENCES sources (body, id)
) STRICT;

CREATE INDEX targets_by_due ON targets (source, due_at);

CREATE TABLE meetings (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    body           INTEGER NOT NULL REFERENCES bodies (id),
    source         INTEGER REFERENCES sources (id),  -- that told of it last; NULL: only imported
    key            TEXT,                  -- the source's own stable key (ALLRIS: SILFDNR); some rows of calendars have none
    name           TEXT NOT NULL,
    public         INTEGER NOT NULL CHECK (public IN (0, 1)),
    organization   TEXT,
    day            TEXT,
    start_at       INTEGER,
    start          TEXT,
    end_at         INTEGER,
    end            TEXT,
    room           TEXT,
    address        TEXT,
    cancelled      INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    has_agenda     INTEGER NOT NULL CHECK (has_agenda IN (0, 1)),
    web            TEXT,
    calendar       TEXT NOT NULL,         -- JSON: what the calendar said last
    page           TEXT NOT NULL,         -- JSON: what the agenda's page said last
    first_round    INTEGER,               -- the round of its first sight, if it was one
    read_at        INTEGER NOT NULL,
    agenda_read_at INTEGER,
    UNIQUE (body, id)
) STRICT;

CREATE UNIQUE INDEX meetings_by_key ON meetings (body, key) WHERE key IS NOT NULL;
CREATE INDEX meetings_by_day ON meetings (body, day);
CREATE INDEX meetings_by_source ON meetings (source, day);

CREATE TABLE agenda_items (
    id            INTEGER PRIMARY KEY,
    body          INTEGER NOT NULL,
    meeting       INTEGER NOT NULL,
    position      INTEGER NOT NULL,       -- order of the agenda, with items it does not show any more in their place
    key           TEXT,                   -- the source's own stable key (ALLRIS: TOLFDNR); non-public rows have none
    number        TEXT,
    name          TEXT,
    public        INTEGER NOT NULL CHECK (public IN (0, 1)),
    paper         TEXT,                   -- reference as published
    reference_key TEXT,                   -- as compared
    paper_key     TEXT,
    result        TEXT,
    late          INTEGER NOT NULL CHECK (late IN (0, 1)),
    withdrawn     TEXT,
    missing_since INTEGER,
    missing_times INTEGER,
    page_meeting      TEXT,               -- what its own page says
    page_organization TEXT,
    page_date         TEXT,
    protocol      TEXT,
    decision      TEXT,
    vote          TEXT,
    UNIQUE (meeting, position),
    CHECK (public OR coalesce(name, paper, paper_key, result, protocol, decision, vote) IS NULL),
    FOREIGN KEY (body, meeting) REFERENCES meetings (body, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX agenda_items_by_key ON agenda_items (body, key) WHERE key IS NOT NULL;
CREATE INDEX agenda_items_by_reference ON agenda_items (reference_key, body) WHERE reference_key IS NOT NULL;

CREATE TABLE changes (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    body       INTEGER NOT NULL REFERENCES bodies (id),
    source     INTEGER REFERENCES sources (id),
    round      INTEGER REFERENCES rounds (id),
    kind       TEXT NOT NULL,
    meeting    TEXT,                      -- the source's keys and the paper's reference, as they were told
    item       TEXT,
    paper      TEXT,
    of_meeting INTEGER,                   -- our own rows: whose page told it
    of_paper   INTEGER,
    before     TEXT NOT NULL,             -- JSON
    after      TEXT NOT NULL,             -- JSON
    found_at   INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('pending', 'open', 'held', 'announced', 'dropped')),
    -- Given when it opens, and then the cursor: a change held for days must not slip behind one that was not.
    serial     INTEGER UNIQUE,
    CHECK (state NOT IN ('open', 'announced') OR serial IS NOT NULL),
    FOREIGN KEY (body, of_meeting) REFERENCES meetings (body, id),
    FOREIGN KEY (body, of_paper) REFERENCES papers (body, id)
) STRICT;

CREATE INDEX open_changes ON changes (serial) WHERE state = 'open';
CREATE INDEX held_changes ON changes (round) WHERE state = 'held';
CREATE INDEX pending_changes ON changes (round) WHERE state = 'pending';
CREATE INDEX changes_by_item ON changes (body, item) WHERE item IS NOT NULL;
CREATE INDEX changes_by_meeting ON changes (of_meeting) WHERE of_meeting IS NOT NULL;
CREATE INDEX changes_by_paper ON changes (of_paper) WHERE of_paper IS NOT NULL;

-- Questions for what is not stored: each is to be answered in its own message.
CREATE TABLE wanted (
    id          INTEGER PRIMARY KEY,
    body        INTEGER REFERENCES bodies (id),  -- NULL: any
    chat        INTEGER NOT NULL,
    message     INTEGER NOT NULL,
    target      TEXT NOT NULL,            -- what it is about, as compared: the same is fetched once
    reference   TEXT,
    link_host   TEXT,
    link_kind   TEXT,
    link_key    TEXT,
    language    TEXT NOT NULL,
    asked_at    INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'settled', 'answered')),
    answer      TEXT,
    paper       INTEGER REFERENCES papers (id),
    answered_at INTEGER,
    UNIQUE (chat, message, target)
) STRICT;

CREATE INDEX wanted_by_state ON wanted (state, asked_at);
CREATE INDEX open_wanted_by_target ON wanted (target) WHERE state = 'open';
CREATE INDEX answered_wanted ON wanted (answered_at) WHERE state = 'answered';

ALTER TABLE organizations ADD COLUMN key TEXT;
ALTER TABLE organizations ADD COLUMN kind TEXT;
ALTER TABLE organizations ADD COLUMN web TEXT;
ALTER TABLE organizations ADD COLUMN end_date TEXT;
CREATE INDEX organizations_by_key ON organizations (body, kind, key) WHERE key IS NOT NULL;

CREATE TABLE members (
    body         INTEGER NOT NULL REFERENCES bodies (id),
    organization INTEGER NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    role         TEXT,
    PRIMARY KEY (organization, position)
) STRICT, WITHOUT ROWID;

-- A source that reads a paper again and again outranks pages saved once: those only add to what it said.
ALTER TABLE papers ADD COLUMN source INTEGER REFERENCES sources (id);
-- JSON: open stops that the page did not show when last read; to come back is no news.
ALTER TABLE papers ADD COLUMN missed TEXT NOT NULL DEFAULT '[]';
