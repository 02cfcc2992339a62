import Testing

/// Something a person should not have typed, and what they are told.
struct BadInput: Sendable, CustomTestStringConvertible {
  /// The shell line; `$id` is an entry of the desk.
  let command: String
  /// The exit code.
  let code: Int32
  /// A part of the first line that is printed.
  let says: String

  init(_ command: String, _ code: Int32, _ says: String) {
    self.command = command
    self.code = code
    self.says = says
  }

  var testDescription: String { command }

  /// On a device of its own, without a relay.
  static let alone = [
    BadInput("afterwit show qqqqqqqq", 9, "qqqqqqqq"),
    BadInput("afterwit show '!'", 9, "!"),
    BadInput("afterwit edit 7777777777777777 --set mood=2", 9, "7777777777777777"),
    BadInput("afterwit rm \"$id\" qqqqqqqq", 9, "qqqqqqqq"),
    BadInput("afterwit tag qqqqqqqq x", 9, "qqqqqqqq"),
    BadInput("afterwit new reflection x --on 2026-02-30", 2, "2026-02-30"),
    BadInput("afterwit new reflection x --on someday", 2, "someday"),
    BadInput("afterwit edit \"$id\" --set on=20261120", 2, "20261120"),
    BadInput("afterwit new reflection x --on 'lasst friday'", 2, "lasst friday"),
    BadInput("afterwit new reflection x --on 'last friday, perhaps'", 2, "perhaps"),
    BadInput(
      "afterwit new reflection x --on 03/04/2026", 2,
      "“03/04/2026” can be 3 April 2026 or 4 March 2026."),
    BadInput("afterwit new reflection x --on '31 Nov'", 2, "November has 30 days"),
    BadInput("afterwit new reflection x --on 29.2.2026", 2, "2026 has no 29 February"),
    BadInput("afterwit new reflection x --on 'monday 20 Nov 2026'", 2, "is a Friday"),
    BadInput("afterwit edit \"$id\" --set 'on=friday 25:00'", 2, "25:00"),
    BadInput("afterwit edit \"$id\" --set on=0/11/2026", 2, "begins with day 1"),
    BadInput("afterwit edit \"$id\" --set on=1.13.2026", 2, "12 months"),
    BadInput("afterwit edit \"$id\" --set 'on=in 9000 years'", 2, "years 1 to 9999"),
    BadInput("afterwit edit \"$id\" --set 'on=friday 10:00' --set at=11:00", 2, "at"),
    BadInput("afterwit new goal x --set 'due=friday 10:00'", 2, "without a time"),
    BadInput("afterwit add \"$id\" followup x --set due=someday", 2, "someday"),
    BadInput("afterwit add \"$id\" feedback x --set 'on=friday 10:00'", 2, "without a time"),
    BadInput("afterwit new reflection", 2, "nothing"),
    BadInput("afterwit new reflection ''", 2, "nothing"),
    BadInput("afterwit new goal - </dev/null", 2, "nothing"),
    BadInput("afterwit new reflection '- bought milk'", 2, "'- bought milk'"),
    BadInput("afterwit new reflection -h", 2, "-h"),
    BadInput("afterwit find -x", 2, "words"),
    BadInput("head -c 5000000 /dev/zero | tr '\\0' a | afterwit new reflection -", 2, "5000000"),
    BadInput("head -c 5000000 /dev/zero | tr '\\0' a | afterwit edit \"$id\" -", 2, "5000000"),
    BadInput("printf 'caf\\351' | afterwit new reflection -", 2, "UTF-8"),
    BadInput("printf 'caf\\351' | afterwit edit \"$id\" -", 2, "UTF-8"),
    BadInput("afterwit edit \"$id\" --set nonsense=1", 2, "nonsense"),
    BadInput("afterwit edit \"$id\" --set mood=2 --set nonsense=1", 2, "nonsense"),
    BadInput("afterwit new mantra x --field nonsense", 2, "nonsense"),
    BadInput("afterwit new goal x --set check-ins=1", 2, "check-ins"),
    BadInput("afterwit show \"$id\" --field nonsense", 2, "nonsense"),
    BadInput("afterwit edit \"$id\" --set mood", 2, "mood"),
    BadInput("afterwit edit \"$id\" --set at=25:00", 2, "at"),
    BadInput("afterwit edit \"$id\" --set after=\"$id\"", 2, "itself"),
    BadInput("afterwit edit \"$id\" --set mood=9", 2, "mood"),
    BadInput("afterwit edit \"$id\" --add mood=2", 2, "mood"),
    BadInput("afterwit edit \"$id\" --set 'title= '", 2, "title"),
    BadInput("afterwit edit \"$id\" --add 'people= '", 2, "people"),
    BadInput("afterwit edit \"$id\" --add feelings=", 2, "feelings"),
    BadInput("afterwit tag \"$id\" ' '", 2, "tags"),
    BadInput("afterwit new goal ' '", 2, "title"),
    BadInput("afterwit new reflection x --title ' '", 2, "title"),
    BadInput("EDITOR=false afterwit edit \"$id\" --field felt", 1, "editor"),
    BadInput("afterwit edit \"$id\" words", 2, "edit"),
    BadInput("afterwit new poem x", 2, "poem"),
    BadInput("afterwit new goal x --mood 3", 2, "mood"),
    BadInput("afterwit new mantra x --org Acme", 2, "organisation"),
    BadInput("afterwit new reflection x --from \"$id\"", 2, "from"),
    BadInput("afterwit new interview x --after qqqqqqqq", 9, "qqqqqqqq"),
    BadInput("afterwit new win x --set occasion=note", 2, "twice"),
    BadInput("afterwit note </dev/null", 2, "nothing"),
    BadInput("afterwit new win ' '", 2, "nothing"),
    BadInput("afterwit new interview </dev/null", 2, "nothing"),
    BadInput("printf ' \\n' | afterwit note", 2, "nothing"),
    BadInput("afterwit new goal --template goal", 2, "terminal"),
    BadInput("afterwit new goal --template nonsense --editor", 2, "nonsense"),
    BadInput("afterwit new goal --template ../x --editor", 2, "../x"),
    BadInput("afterwit new goal --template interview --editor", 2, "interview"),
    BadInput("afterwit list --kind poem", 2, "poem"),
    BadInput("afterwit list -n -1", 2, "-n"),
    BadInput("afterwit draft recover nonsense", 9, "nonsense"),
    BadInput("afterwit draft recover ''", 9, "“”"),
    BadInput("afterwit draft recover \"$T/recovery\"", 9, "recovery"),
    BadInput("afterwit draft recover x --field felt", 2, "--to"),
    BadInput("afterwit draft drop nonsense --yes", 9, "nonsense"),
    BadInput("afterwit export --format xml", 2, "xml"),
    BadInput("afterwit --home \"$T/b\" store check", 2, "no journal"),
    BadInput("afterwit store salvage --from \"$T/b\"", 2, "no journal"),
    BadInput("afterwit nonsense", 2, "nonsense"),
    BadInput("afterwit sync", 2, "relay"),
    BadInput("afterwit device invite --yes", 2, "relay"),
    BadInput("afterwit relay set http://relay.example:8787", 2, "relay.example"),
    BadInput("afterwit relay set nonsense", 2, "address"),
    BadInput("afterwit relay set ftp://127.0.0.1", 2, "ftp"),
    BadInput("afterwit relay set https://me:secret@relay.example", 2, "password"),
    BadInput("afterwit init --recovery-file \"$T/another\"", 2, "already"),
    BadInput("afterwit init --code x --recovery-file \"$T/another\"", 2, "--code"),
    BadInput("echo awi1-x | afterwit device join --yes", 2, "already"),
    BadInput("echo nonsense | afterwit --home \"$T/b\" device join --yes", 6, "invite"),
    BadInput("afterwit --home \"$T/b\" device join --yes </dev/null", 6, "invite"),
    BadInput("afterwit --home \"$T/b\" device join", 2, "terminal"),
    BadInput("afterwit --home \"$T/b\" init", 2, "terminal"),
    BadInput("afterwit --home \"$T/b\" init --recovery-file \"$T/recovery\"", 2, "exists"),
    BadInput("afterwit --home \"$T/b\" init --recovery-file \"$T/no/where\"", 1, "no/where"),
    BadInput(
      "afterwit --home \"$T/b\" init --recovery-file \"$T/c\" --relay http://relay.example", 2,
      "relay.example"),
    BadInput("afterwit --home \"$T/b\" list", 2, "no journal"),
    BadInput("afterwit review show qqqqqqqq", 9, "qqqqqqqq"),
    BadInput("afterwit review show '!'", 9, "!"),
    BadInput("afterwit review show", 2, "review"),
    BadInput("afterwit review nonsense", 2, "nonsense"),
    BadInput("afterwit review resolve qqqqqqqq mine", 9, "qqqqqqqq"),
    BadInput("afterwit review resolve qqqqqqqq.2 --text x", 9, "qqqqqqqq"),
    BadInput("EDITOR=false afterwit review resolve qqqqqqqq edit", 9, "qqqqqqqq"),
    BadInput("afterwit review resolve qqqqqqqq", 2, "decision"),
    BadInput("afterwit review resolve qqqqqqqq yours", 2, "yours"),
    BadInput("afterwit review resolve qqqqqqqq side", 2, "side"),
    BadInput("afterwit review resolve qqqqqqqq side two", 2, "side"),
    BadInput("afterwit review resolve qqqqqqqq mine theirs", 2, "mine theirs"),
    BadInput("afterwit review resolve qqqqqqqq mine --text x", 2, "--text"),
    BadInput("afterwit review resolve qqqqqqqq - </dev/null", 9, "qqqqqqqq"),
    // A home that nobody can write, not even root: below a file, and in the kernel's own folder.
    BadInput(
      "afterwit --home \"$T/recovery/home\" init --recovery-file \"$T/c\"", 1, "recovery/home"),
    BadInput("afterwit --home /proc/home init --recovery-file \"$T/c\"", 1, "/proc/home"),
  ]
}
