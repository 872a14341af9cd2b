-- Who is told what: chats, what they follow, what they were told, and the outbox of notices.
--
-- Days and instants as in 0001. Of people nothing is kept but the chat's number, its choices and its messages' numbers.

CREATE TABLE subscribers (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    chat          INTEGER NOT NULL,           -- as Telegram numbers it
    topic         INTEGER NOT NULL DEFAULT 0, -- of a forum group; 0: none
    kind          TEXT NOT NULL CHECK (kind IN ('private', 'group')),
    language      TEXT NOT NULL,
    consent       INTEGER,                    -- version of the text agreed to
    consented_at  INTEGER,
    remind_before TEXT,                       -- as in the setting; NULL: the setting's
    quiet_hours   TEXT,
    gone_at       INTEGER,                    -- blocked, deleted, removed: nothing is sent any more
    gone_why      TEXT,
    created_at    INTEGER NOT NULL,
    UNIQUE (chat, topic)
) STRICT;

CREATE INDEX subscribers_with_lead_times ON subscribers (id, remind_before) WHERE remind_before IS NOT NULL;
CREATE INDEX gone_subscribers ON subscribers (gone_at) WHERE gone_at IS NOT NULL;

CREATE TABLE subscriptions (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscriber   INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    body         INTEGER NOT NULL REFERENCES bodies (id),
    follow       TEXT NOT NULL CHECK (follow IN ('paper', 'organization')),
    -- As compared: a paper's reference_key ("#7": its row, where it has no reference), an organization's normalised name.
    target_key   TEXT NOT NULL,
    paper        INTEGER REFERENCES papers (id),
    organization INTEGER REFERENCES organizations (id),
    paused       INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    since        INTEGER NOT NULL,
    UNIQUE (subscriber, body, follow, target_key),
    CHECK ((follow = 'paper') = (paper IS NOT NULL) AND (follow = 'organization') = (organization IS NOT NULL))
) STRICT;

CREATE INDEX subscriptions_by_target ON subscriptions (body, follow, target_key, subscriber);
CREATE INDEX subscriptions_by_organization ON subscriptions (organization);

CREATE TABLE told (
    subscriber INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    body       INTEGER NOT NULL REFERENCES bodies (id),
    subject    TEXT NOT NULL,                 -- 'meeting:12', 'paper:7'
    facts      TEXT NOT NULL,                 -- JSON (storage/told.py); hashes, no words
    told_at    INTEGER NOT NULL,
    PRIMARY KEY (subscriber, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX told_by_subject ON told (subject);

CREATE TABLE notices (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    subscriber INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    body       INTEGER REFERENCES bodies (id),
    kind       TEXT NOT NULL,
    is_news    INTEGER NOT NULL CHECK (is_news IN (0, 1)),
    subject    TEXT NOT NULL,
    dedupe     TEXT NOT NULL,
    facts      TEXT NOT NULL,                 -- JSON; never words
    priority   INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    silent     INTEGER NOT NULL DEFAULT 0 CHECK (silent IN (0, 1)),
    edits      INTEGER,                       -- a message of ours to be replaced instead of sending one
    state      TEXT NOT NULL CHECK (state IN (
        'pending', 'sending', 'sent', 'expired', 'cancelled', 'superseded', 'undeliverable', 'rejected', 'uncertain'
    )),
    boot       TEXT,                          -- the process that is sending it
    tried      INTEGER NOT NULL DEFAULT 0,
    uncertain  INTEGER NOT NULL DEFAULT 0,
    message    INTEGER,                       -- Telegram's number of what was sent
    why        TEXT,                          -- of an end that was not 'sent', for operators
    created_at INTEGER NOT NULL,
    settled_at INTEGER,
    UNIQUE (subscriber, dedupe),
    CHECK (state <> 'sending' OR boot IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX news_once_pending ON notices (subscriber, subject) WHERE state = 'pending' AND is_news;
-- With the subscriber, so that what cannot be claimed now is passed over without a look at its row.
CREATE INDEX pending_notices ON notices (priority, not_before, id, subscriber) WHERE state = 'pending';
CREATE INDEX pending_by_subject ON notices (subject, subscriber) WHERE state = 'pending';
CREATE INDEX tried_notices ON notices (not_before) WHERE state = 'pending' AND tried + uncertain > 0;
CREATE INDEX expiring_notices ON notices (expires_at) WHERE state = 'pending';
CREATE INDEX settled_notices ON notices (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX notices_by_state ON notices (state, kind);

-- What sent messages speak of: "meeting:12", "paper:7", "item:<body>:<key>". Found again when it is public no more.
-- The key's columns come first: else quick_check of SQLite 3.40 finds "NULL value in mentions.body" where none is.
CREATE TABLE mentions (
    token  TEXT NOT NULL,
    notice INTEGER NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
    body   INTEGER NOT NULL REFERENCES bodies (id),
    PRIMARY KEY (token, notice)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentions_by_notice ON mentions (notice);

-- The cursor of announcing a change to many: all subscribers up to this row have their notices.
ALTER TABLE changes ADD COLUMN announced_to INTEGER NOT NULL DEFAULT 0;

CREATE INDEX meetings_by_organization ON meetings (body, organization, day) WHERE organization IS NOT NULL;
