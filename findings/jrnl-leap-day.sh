#!/usr/bin/env bash
# jrnl 4.6 (with parsedatetime 2.6 and python-dateutil 2.9.0.post0, from PyPI): who asks for the
# entries of 29 February gets those of 1 February.
#
# Behaviour: `-month` and `-day` together mean that day of any year. jrnl joins what was typed to
# "feb.29.1", a date of the year 1, which was no leap year. dateutil refuses it; parsedatetime, which
# is asked next, makes the first of February of it. So `-month feb -day 29` shows entries of another
# day, says nothing of it and exits with 0; `-day 29` alone and `-year 2024` beside it are right.
#
# Seen, with entries of 1 and 29 February 2024:
#     jrnl -month feb -day 29 --short               2024-02-01 10:00 First of February.
#     jrnl -month feb -day 29 -year 2024 --short    2024-02-29 10:00 Leap day.
#     jrnl -day 29 --short                          2024-02-29 10:00 Leap day.
#
# Runs without Afterwit; needs python3 with venv. Exits with 0 while jrnl does this, else with 1.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --quiet install jrnl==4.6 parsedatetime==2.6 python-dateutil==2.9.0.post0

cat >"$folder/journal.txt" <<'END'
[2024-02-01 10:00] First of February.

[2024-02-28 10:00] Day before.

[2024-02-29 10:00] Leap day.

END
cat >"$folder/jrnl.yaml" <<END
colors: {body: none, date: none, tags: none, title: none}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {default: {journal: $folder/journal.txt}}
linewrap: 79
tagsymbols: '#'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
END

failed=0
expect() {
  local shown
  shown=$(HOME=$folder TZ=UTC "$folder/venv/bin/jrnl" --config-file "$folder/jrnl.yaml" \
    "${@:2}" --short </dev/null 2>"$folder/talk") || failed=1
  printf 'jrnl %s --short\n%s\n' "${*:2}" "$shown"
  [ "$shown" = "$1" ] || { echo "  expected: $1"; failed=1; }
}
expect '2024-02-01 10:00 First of February.' -month feb -day 29
expect '2024-02-29 10:00 Leap day.' -month feb -day 29 -year 2024
expect '2024-02-29 10:00 Leap day.' -day 29
expect '2024-02-28 10:00 Day before.' -month feb -day 28
exit "$failed"
