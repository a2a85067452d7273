#pragma once

// The time zones of IANA's tz database as text, one entry a zone: its form is described in scripts/generate-zones.py.
// Strings live as long as the program.

/// The release of the data, such as "2025b".
const char *writ_zone_version(void);

/// How many entries there are, aliases included.
int writ_zone_count(void);

/// The name of an entry; names ascend by their bytes. `index` is in 0 ..< writ_zone_count().
const char *writ_zone_name(int index);

/// The rules of an entry, or "@NAME" for another name of NAME. `index` is in 0 ..< writ_zone_count().
const char *writ_zone_rules(int index);
