CREATE TABLE guild_bank_import_stacks (
    place  INTEGER PRIMARY KEY,
    tab    TEXT NOT NULL,
    item   TEXT NOT NULL,
    amount INTEGER NOT NULL
);
