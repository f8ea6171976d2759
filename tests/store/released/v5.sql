BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'hrjournal','m001_first_tables','');
INSERT INTO "_sqlite_migrations" VALUES(2,'hrjournal','m002_keepsakes','');
INSERT INTO "_sqlite_migrations" VALUES(3,'hrjournal','m003_wins_by_grade','');
INSERT INTO "_sqlite_migrations" VALUES(4,'hrjournal','m004_words_and_names','');
INSERT INTO "_sqlite_migrations" VALUES(5,'hrjournal','m005_checksums_for_all','');
CREATE TABLE alias (
  word TEXT PRIMARY KEY,
  substance INTEGER NOT NULL REFERENCES substance(id),
  checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "alias" VALUES('booze',1,3839260682);
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  verb TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "change" VALUES(1,1795392000,'log',0,157237500);
INSERT INTO "change" VALUES(2,1795392000,'log',0,1018361519);
INSERT INTO "change" VALUES(3,1795392000,'log',0,2570675873);
INSERT INTO "change" VALUES(4,1795392000,'log',0,1466538505);
INSERT INTO "change" VALUES(5,1795392000,'log',0,4074899975);
INSERT INTO "change" VALUES(6,1795392000,'config',0,2081834105);
INSERT INTO "change" VALUES(7,1795392000,'start',0,3364943661);
INSERT INTO "change" VALUES(8,1795392000,'delete',0,3048369405);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sort TEXT NOT NULL,
  substance INTEGER REFERENCES substance(id),
  instant INTEGER NOT NULL,
  offset INTEGER NOT NULL,
  local INTEGER NOT NULL CHECK (local = instant + offset),
  zone TEXT NOT NULL,
  timed INTEGER NOT NULL,
  unit TEXT,
  low INTEGER,
  high INTEGER,
  about INTEGER NOT NULL,
  typed TEXT,
  mood INTEGER,
  urge INTEGER,
  urge_after INTEGER,
  anxiety INTEGER,
  pain INTEGER,
  sleep INTEGER,
  minutes INTEGER,
  outcome TEXT,
  route TEXT,
  company TEXT,
  spend INTEGER,
  planned INTEGER NOT NULL,
  triggers TEXT,
  copings TEXT,
  steps TEXT,
  note TEXT,
  written INTEGER NOT NULL,
  more INTEGER NOT NULL,
  origin TEXT,
  change INTEGER NOT NULL REFERENCES change(id),
  checksum INTEGER NOT NULL
, gave TEXT, after TEXT, score INTEGER) STRICT;
INSERT INTO "entry" VALUES(1,'use',1,1795258800,3600,1795262400,'Europe/Warsaw',0,'g_alc',14000,28000,1,'~1-2',4,7,2,5,0,435,20,'less','oral','Łukasz',12500,1,'payday
after-work','walk','water-between
food-first','Long day;
it''s ''fine'' ω',1795392000,1,NULL,1,2810090484,NULL,NULL,NULL);
INSERT INTO "entry" VALUES(2,'use',1,1795307400,3600,1795311000,'Europe/Warsaw',1,'g_alc',14000,14000,0,'1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,1795392000,0,NULL,2,2901365020,NULL,NULL,NULL);
INSERT INTO "entry" VALUES(3,'checkin',NULL,1795342000,-18000,1795324000,'x',1,NULL,NULL,NULL,0,NULL,10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,1,1,NULL,3,534038198,NULL,NULL,NULL);
INSERT INTO "entry" VALUES(4,'none',1,1795431600,3600,1795435200,'Europe/Warsaw',0,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,1795392000,0,NULL,4,1340162073,NULL,NULL,NULL);
CREATE TABLE keepsake (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sort TEXT NOT NULL,
  subject TEXT NOT NULL,
  instant INTEGER NOT NULL,
  offset INTEGER NOT NULL,
  zone TEXT NOT NULL,
  timed INTEGER NOT NULL,
  text TEXT NOT NULL,
  score INTEGER,
  more TEXT NOT NULL,
  written INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
INSERT INTO "keepsake" VALUES(1,'ruler','importance',1795392000,3600,'Europe/Warsaw',1,'My "own" words;
żółć',7,'{"below": "5"}',1795392000,238861696);
CREATE TABLE past (
  change INTEGER NOT NULL REFERENCES change(id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  key TEXT NOT NULL,
  was TEXT, checksum INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (change, part, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "past" VALUES(1,'entry','1',NULL,576334052);
INSERT INTO "past" VALUES(1,'substance','1',NULL,3629606009);
INSERT INTO "past" VALUES(2,'entry','2',NULL,58483405);
INSERT INTO "past" VALUES(3,'entry','3',NULL,2863749397);
INSERT INTO "past" VALUES(4,'entry','4',NULL,1093727903);
INSERT INTO "past" VALUES(5,'entry','5',NULL,3908947271);
INSERT INTO "past" VALUES(5,'substance','2',NULL,1071578565);
INSERT INTO "past" VALUES(6,'setting','country',NULL,193075487);
INSERT INTO "past" VALUES(7,'start','1',NULL,1276924925);
INSERT INTO "past" VALUES(8,'entry','5','[5, "use", 2, 1795392000, 3600, 1795395600, "Europe/Warsaw", 1, "joint", null, null, 0, "?", null, null, null, null, null, null, null, null, null, null, null, 0, null, null, null, null, 1795392000, 0, null, 5, 873937717]',4222066752);
CREATE TABLE search_text (
  entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
  checksum INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT
;
CREATE TABLE serving (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  substance TEXT NOT NULL,
  unit TEXT NOT NULL,
  thousandths INTEGER NOT NULL,
  typed TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID
;
INSERT INTO "serving" VALUES('my can','My can','alcohol','g_alc',18936,'500ml 4.8%',839704860);
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('country','PL',1548977758);
INSERT INTO "setting" VALUES('wins_seen_to','739942',3863820878);
CREATE TABLE start (
  substance INTEGER PRIMARY KEY REFERENCES substance(id),
  first_day INTEGER,
  end_day INTEGER,
  doubled INTEGER,
  use_days INTEGER,
  unit TEXT NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT
;
INSERT INTO "start" VALUES(1,NULL,NULL,84000,6,'g_alc',3468284571);
CREATE TABLE substance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  checksum INTEGER NOT NULL
, hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))) STRICT;
INSERT INTO "substance" VALUES(1,'alcohol','Alcohol','alcohol','g_alc',1698652568,0);
INSERT INTO "substance" VALUES(2,'cannabis','Cannabis','cannabis','joint',1087578768,0);
CREATE TABLE verdict (
  day INTEGER NOT NULL,
  substance INTEGER NOT NULL,
  lighter INTEGER NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, substance)
) STRICT, WITHOUT ROWID;
INSERT INTO "verdict" VALUES(739941,0,1,4131410610);
CREATE TABLE win (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL,
  day INTEGER NOT NULL,
  grade TEXT NOT NULL,
  family TEXT NOT NULL,
  measure TEXT NOT NULL,
  substance INTEGER NOT NULL,
  against TEXT NOT NULL,
  figures TEXT NOT NULL,
  chance INTEGER NOT NULL,
  told INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  UNIQUE (rule, substance, day)
) STRICT;
INSERT INTO "win" VALUES(1,'water',739941,'did','care','step',1,'','{"times": 1}',0,1,3299337594);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX entry_by_time ON entry (local);
CREATE INDEX entry_saying_more ON entry (local) WHERE more;
CREATE INDEX entry_by_substance ON entry
  (substance, local, sort, unit, low, high, timed, written, instant, change);
CREATE UNIQUE INDEX entry_by_origin ON entry (origin) WHERE origin IS NOT NULL;
CREATE INDEX keepsake_by_sort ON keepsake (sort, subject, instant)
;
CREATE INDEX win_by_day ON win (day);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',8);
INSERT INTO "sqlite_sequence" VALUES('substance',2);
INSERT INTO "sqlite_sequence" VALUES('entry',5);
INSERT INTO "sqlite_sequence" VALUES('keepsake',1);
INSERT INTO "sqlite_sequence" VALUES('win',1);
COMMIT;
