BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE favourites (
	id INTEGER NOT NULL, 
	exercise VARCHAR NOT NULL, 
	CONSTRAINT pk_favourites PRIMARY KEY (id), 
	CONSTRAINT uq_favourites_exercise UNIQUE (exercise)
);
INSERT INTO "favourites" VALUES(1,'clamshell');
INSERT INTO "favourites" VALUES(2,'bridge');
CREATE TABLE sessions (
	id VARCHAR NOT NULL, 
	routine VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	started_at VARCHAR NOT NULL, 
	started_offset INTEGER NOT NULL, 
	ended_at VARCHAR, 
	ended_offset INTEGER, 
	planned_steps INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_side VARCHAR NOT NULL, 
	pain_side VARCHAR, 
	pain_before INTEGER, 
	pain_worst INTEGER, 
	pain_after INTEGER, 
	effort INTEGER, 
	note VARCHAR NOT NULL, 
	"plan" VARCHAR NOT NULL, 
	swaps VARCHAR NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (id), 
	CONSTRAINT ck_sessions_id CHECK (length(id) > 0), 
	CONSTRAINT ck_sessions_status CHECK (status IN ('running', 'completed', 'left', 'discarded')), 
	CONSTRAINT ck_sessions_started_at CHECK (length(started_at) = 27 AND started_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_sessions_ended_at CHECK ((ended_at IS NULL) = (ended_offset IS NULL) AND (ended_at IS NULL OR length(ended_at) = 27 AND ended_offset BETWEEN -1439 AND 1439)), 
	CONSTRAINT ck_sessions_first_side CHECK (first_side IN ('left', 'right', 'both')), 
	CONSTRAINT ck_sessions_pain_side CHECK (pain_side IN ('left', 'right', 'both')), 
	CONSTRAINT ck_sessions_planned_steps CHECK (planned_steps >= 0), 
	CONSTRAINT ck_sessions_position CHECK (position >= 0), 
	CONSTRAINT ck_sessions_pain_before CHECK (pain_before BETWEEN 0 AND 10), 
	CONSTRAINT ck_sessions_pain_worst CHECK (pain_worst BETWEEN 0 AND 10), 
	CONSTRAINT ck_sessions_pain_after CHECK (pain_after BETWEEN 0 AND 10), 
	CONSTRAINT ck_sessions_effort CHECK (effort BETWEEN 0 AND 10)
);
INSERT INTO "sessions" VALUES('whole','arms','Arms','completed','2026-03-01T07:15:00.000000Z',60,'2026-03-01T07:27:00.000000Z',60,3,4,'right','both',3,4,1,6,'Went well.
O''Brien''s × “quotes”','{"key":"arms","title":"Arms","sources":["000"],"summary":{"text":"For the arms.","basis":{"articles":["000"],"evidence":[],"reason":null}},"notes":[],"items":[{"exercise":"arm-swing","dose":{"sets":1,"reps":5,"hold_s":null,"seconds":null,"rest_s":15,"basis":{"articles":["000"],"evidence":[],"reason":null},"rest_basis":{"articles":["000"],"evidence":[],"reason":null}},"target":null}]}','[{"after":2,"exercise":"bridge","dose":{"sets":1,"reps":5,"hold_s":null,"seconds":null,"rest_s":15,"basis":{"articles":[],"evidence":[],"reason":"Easier."},"rest_basis":{"articles":[],"evidence":[],"reason":"Short."}}}]');
INSERT INTO "sessions" VALUES('running','arms','Arms','running','2026-03-01T08:15:00.000000Z',60,NULL,NULL,3,0,'left',NULL,NULL,NULL,NULL,NULL,'','{"key":"arms","title":"Arms","sources":["000"],"summary":{"text":"For the arms.","basis":{"articles":["000"],"evidence":[],"reason":null}},"notes":[],"items":[{"exercise":"arm-swing","dose":{"sets":1,"reps":5,"hold_s":null,"seconds":null,"rest_s":15,"basis":{"articles":["000"],"evidence":[],"reason":null},"rest_basis":{"articles":["000"],"evidence":[],"reason":null}},"target":null}]}','[]');
CREATE TABLE settings (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY ("key")
);
INSERT INTO "settings" VALUES('voice','Anna');
CREATE TABLE steps (
	session_id VARCHAR NOT NULL, 
	ordinal INTEGER NOT NULL, 
	attempt INTEGER NOT NULL, 
	exercise VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	side VARCHAR NOT NULL, 
	set_number INTEGER NOT NULL, 
	planned INTEGER NOT NULL, 
	done INTEGER NOT NULL, 
	status VARCHAR NOT NULL, 
	started_at VARCHAR NOT NULL, 
	started_offset INTEGER NOT NULL, 
	seconds DOUBLE NOT NULL, 
	pain INTEGER, 
	CONSTRAINT pk_steps PRIMARY KEY (session_id, ordinal, attempt), 
	CONSTRAINT ck_steps_ordinal CHECK (ordinal >= 0), 
	CONSTRAINT ck_steps_attempt CHECK (attempt >= 0), 
	CONSTRAINT ck_steps_set_number CHECK (set_number >= 0), 
	CONSTRAINT ck_steps_planned CHECK (planned >= 0), 
	CONSTRAINT ck_steps_done CHECK (done >= 0), 
	CONSTRAINT ck_steps_seconds CHECK (seconds >= 0), 
	CONSTRAINT ck_steps_kind CHECK (kind IN ('get-ready', 'work', 'hold', 'timed', 'switch-sides', 'rest')), 
	CONSTRAINT ck_steps_side CHECK (side IN ('left', 'right', 'both')), 
	CONSTRAINT ck_steps_status CHECK (status IN ('done', 'skipped', 'stopped')), 
	CONSTRAINT ck_steps_started_at CHECK (length(started_at) = 27 AND started_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_steps_pain CHECK (pain BETWEEN 0 AND 10), 
	CONSTRAINT fk_steps_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "steps" VALUES('running',1,0,'arm-swing','Arm swing','work','both',1,5,5,'done','2026-03-01T08:16:00.000000Z',60,30.0,NULL);
INSERT INTO "steps" VALUES('whole',1,0,'arm-swing','Arm swing','hold','left',1,5,5,'done','2026-03-01T07:16:00.000000Z',60,30.0,NULL);
INSERT INTO "steps" VALUES('whole',1,1,'arm-swing','Arm swing','work','left',1,5,3,'stopped','2026-03-01T07:16:00.000000Z',60,30.0,4);
INSERT INTO "steps" VALUES('whole',3,0,'arm-swing','Arm swing','timed','both',1,5,5,'skipped','2026-03-01T07:18:00.000000Z',60,61.25,NULL);
CREATE INDEX ix_sessions_started_at ON sessions (started_at);
COMMIT;
