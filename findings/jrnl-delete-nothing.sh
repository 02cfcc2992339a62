#!/usr/bin/env bash
# jrnl 4.6 (from PyPI): a deletion that finds nothing prints the whole journal.
#
# Behaviour: `--delete` with a filter that no entry passes says that there is nothing to delete, and
# then shows every entry, as if no filter had been given, and exits with 0. With a filter that some
# pass it asks for each of these and shows no other. Whoever means to remove one private line in the
# sight of others has all of them on the screen; a script that reads what was deleted reads the rest.
#
# Seen, with two entries:
#     jrnl -contains salary --delete     stderr: No entries to delete, because the search returned no results
#                                        stdout: both entries, whole
#     jrnl -contains salary              stderr: no entries found; stdout: nothing
#     jrnl -contains offer --delete      asks for that entry alone; stdout shows no other
#
# Runs without Afterwit; needs python3 with venv. Exits with 0 while jrnl does this, else with 1.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --quiet install jrnl==4.6

cat >"$folder/journal.txt" <<'END'
[2026-11-12 10:00] Promotion missed.
I said nothing for an hour.

[2026-11-20 10:00] No offer.
They had one question too many.

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

run() {
  echo "jrnl $*"
  HOME=$folder TZ=UTC "$folder/venv/bin/jrnl" --config-file "$folder/jrnl.yaml" "$@" \
    >"$folder/data" 2>"$folder/talk"
  sed 's/^/  stdout: /' "$folder/data"
  grep -o '[A-Za-z0-9][^┃]*[a-z]' "$folder/talk" | sed 's/^/  stderr: /'
}
cp "$folder/journal.txt" "$folder/before"

run -contains salary --delete </dev/null
grep -q 'No entries to delete' "$folder/talk"
grep -q 'I said nothing for an hour' "$folder/data"
grep -q 'They had one question too many' "$folder/data"

run -contains salary </dev/null
grep -q 'no entries found' "$folder/talk"
[ ! -s "$folder/data" ]

run -contains offer --delete <<<n
if grep -q 'I said nothing' "$folder/data"; then exit 1; fi

cmp "$folder/before" "$folder/journal.txt"
