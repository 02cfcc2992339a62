/// A module of `Sources`: what it uses, exactly.
struct Module: Sendable {
  /// The modules of the package that it imports.
  var imports: Set<String> = []
  /// What it imports from outside the package.
  var outside: Set<String> = []
  /// For each of its folders the others that it uses; files outside the folders have no name here.
  var folders: [String: Set<String>] = [:]
}

/// Who may use whom: the modules by floor, the lowest first, and the folders in each.
///
/// The tests compare it with what the files, their folders and the manifest say. A new arrow is
/// written here first, and one that nobody uses is taken out.
enum Layout {
  /// All modules of `Sources`.
  static let modules: [String: Module] = [
    "AfterwitEncoding": Module(),
    "AfterwitManual": Module(outside: ["FoundationEssentials", "Glibc"]),
    "AfterwitCausality": Module(imports: ["AfterwitEncoding"]),
    "AfterwitWire": Module(
      imports: ["AfterwitEncoding"], outside: ["Crypto"], folders: ["Membership": [""]]),
    "AfterwitText": Module(
      imports: ["AfterwitCausality", "AfterwitEncoding"], outside: ["Synchronization"],
      folders: [
        "Difference": ["Engine", "Overlap", "Words"],
        "Engine": ["Scalars"],
        "Overlap": ["Engine", "Scalars", "Words"],
      ]),
    "AfterwitTextArchive": Module(
      imports: ["AfterwitCausality", "AfterwitEncoding", "AfterwitText"], outside: ["CZlib"]),
    "AfterwitDocument": Module(
      imports: ["AfterwitCausality", "AfterwitEncoding", "AfterwitText"],
      folders: [
        "Change": ["Families", "Names"],
        "Families": ["Names"],
        "Merge": ["Change", "Families", "Names"],
      ]),
    "AfterwitSealing": Module(
      imports: ["AfterwitEncoding", "AfterwitWire"],
      outside: ["Crypto", "CryptoExtras", "FoundationEssentials"],
      folders: [
        "Backup": [""],
        "Pairing": [""],
      ]),
    "AfterwitJournal": Module(
      imports: ["AfterwitCausality", "AfterwitDocument", "AfterwitEncoding", "AfterwitText"],
      outside: ["Swift"],
      folders: [
        "Dates": ["Vocabulary"],
        "Documents": ["Dates", "Editing", "Vocabulary"],
        "Editing": ["Dates", "Vocabulary"],
        "Filters": ["Dates", "Finding", "View", "Vocabulary"],
        "Finding": ["Dates", "View", "Vocabulary"],
        "Insights": ["Dates", "Practice", "View", "Vocabulary"],
        "Practice": ["Dates", "Editing", "Surveys", "View", "Vocabulary"],
        "Surveys": ["Finding", "View"],
        "Templates": ["Documents", "Vocabulary"],
        "View": ["Vocabulary"],
      ]),
    "AfterwitExchange": Module(
      imports: [
        "AfterwitCausality", "AfterwitDocument", "AfterwitEncoding", "AfterwitJournal",
        "AfterwitText",
      ], outside: ["CZlib", "GRDBSQLite", "Yams"],
      folders: [
        "Formats": [
          "Formats/Almanah", "Formats/DayOne", "Formats/EmacsDiary", "Formats/ICalendar",
          "Formats/Joplin", "Formats/Jrnl", "Formats/Lifeograph", "Formats/Markdown",
          "Formats/Org", "Formats/OwnJSON", "Formats/RedNotebook", "Formats/Taskwarrior",
          "Formats/Zim", "Notation", "Source",
        ],
        "Formats/Almanah": ["Notation", "Source"],
        "Formats/DayOne": ["Notation", "Source"],
        "Formats/EmacsDiary": ["Source"],
        "Formats/ICalendar": ["Source"],
        "Formats/Joplin": ["Source"],
        "Formats/Jrnl": ["Notation", "Source"],
        "Formats/Lifeograph": ["Source"],
        "Formats/Markdown": ["Notation", "Source"],
        "Formats/Org": ["Source"],
        "Formats/OwnJSON": ["Notation", "Source"],
        "Formats/RedNotebook": ["Notation", "Source"],
        "Formats/Taskwarrior": ["Notation", "Source"],
        "Formats/Zim": ["Source"],
        "Writing": ["", "Formats/DayOne", "Formats/Jrnl", "Formats/Org", "Source"],
      ]),
    "AfterwitStore": Module(
      imports: [
        "AfterwitCausality", "AfterwitDocument", "AfterwitEncoding", "AfterwitText", "AfterwitWire",
      ], outside: ["Foundation", "GRDB", "GRDBSQLite", "Glibc", "Synchronization"],
      folders: [
        "Salvage": [""]
      ]),
    "AfterwitSync": Module(imports: ["AfterwitEncoding", "AfterwitWire"]),
    "AfterwitRelay": Module(
      imports: ["AfterwitEncoding", "AfterwitWire"],
      outside: ["Crypto", "Glibc", "Synchronization"],
      folders: [
        "Appending": ["", "Memory", "Storage"],
        "Memory": ["", "Storage"],
        "Service": ["", "Appending", "Memory", "Storage"],
        "Storage": [""],
        "Verifying": ["Storage"],
      ]),
    "AfterwitRelaySQLite": Module(
      imports: ["AfterwitEncoding", "AfterwitRelay", "AfterwitWire"],
      outside: ["FoundationEssentials", "GRDB", "Glibc"]),
    "AfterwitDevice": Module(
      imports: [
        "AfterwitCausality", "AfterwitDocument", "AfterwitEncoding", "AfterwitExchange",
        "AfterwitJournal", "AfterwitSealing", "AfterwitStore", "AfterwitSync", "AfterwitText",
        "AfterwitWire",
      ], outside: ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"],
      folders: [
        "": ["Home"],
        "Backup": ["", "Failures", "Home", "Receiving"],
        "Bundles": ["", "Failures", "Receiving"],
        "Clocks": ["", "Failures"],
        "Drafts": ["", "Failures", "Home"],
        "Drill": ["", "Backup", "Failures", "Home", "Membership", "Receiving"],
        "History": ["", "Failures", "Home", "Reading", "Reviews", "Transactions"],
        "Importing": ["", "Failures", "Home", "Reviews", "Writing"],
        "Home": ["Failures"],
        "Membership": ["", "Failures", "Home", "Receiving", "Writing"],
        "Opening": ["", "Failures", "Home", "Writing"],
        "Practice": ["", "Failures", "Home", "Reading"],
        "Reading": ["", "Failures", "Home"],
        "Receiving": ["", "Failures", "Home", "Transactions", "Writing"],
        "Reviews": ["", "Drafts", "Failures", "Transactions", "Writing"],
        "Salvage": ["", "Drafts", "Failures", "Home", "Receiving", "Reviews", "Writing"],
        "Transactions": ["", "Failures", "Home"],
        "Undoing": ["", "Failures", "Importing", "Reviews", "Transactions", "Writing"],
        "Writing": ["", "Drafts", "Failures", "Home", "Transactions"],
      ]),
    "AfterwitHTTP": Module(
      imports: ["AfterwitEncoding", "AfterwitSync", "AfterwitWire"],
      outside: ["CCurl", "Glibc", "Synchronization"]),
    "AfterwitRelayHTTP": Module(
      imports: ["AfterwitEncoding", "AfterwitRelay", "AfterwitWire"],
      outside: [
        "Glibc", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore",
        "NIOHTTP1", "NIOHTTPTypes", "ServiceLifecycle", "Synchronization", "UnixSignals",
      ],
      folders: [
        "": ["Connections", "Metrics"],
        "Metrics": ["Connections"],
      ]),
    "AfterwitCommand": Module(
      imports: [
        "AfterwitCausality", "AfterwitDevice", "AfterwitDocument", "AfterwitEncoding",
        "AfterwitExchange", "AfterwitJournal", "AfterwitManual", "AfterwitSync", "AfterwitText",
      ],
      outside: [
        "ArgumentParser", "FoundationEssentials", "Glibc", "Subprocess", "Synchronization",
        "TOMLKit",
      ],
      folders: [
        "": [
          "Backup", "Completions", "Configuration", "Devices", "Drafts", "Drill", "Entries",
          "Exchange", "Failures",
          "History", "Home", "Insights", "Lists",
          "Network", "Options", "Practice", "Preferences",
          "Relay", "Reviews", "Store", "Terminal", "Tour", "Undoing",
        ],
        "Backup": ["Failures", "Options", "Rendering", "Terminal"],
        "Completions": ["Exchange", "Failures", "Options", "Preferences", "Terminal", "Writing"],
        "Configuration": ["Failures", "Options", "Preferences", "Rendering", "Writing"],
        "Devices": ["Failures", "Network", "Options", "Rendering", "Terminal"],
        "Drafts": ["Failures", "Options", "Rendering", "Terminal"],
        "Drill": ["Backup", "Failures", "Network", "Options", "Rendering", "Terminal"],
        "Entries": ["Failures", "Options", "Preferences", "Rendering", "Terminal", "Writing"],
        "Failures": ["Preferences"],
        "Lists": ["Entries", "Failures", "Options", "Rendering", "Terminal"],
        "Exchange": ["Entries", "Failures", "Insights", "Options", "Rendering", "Terminal"],
        "History": ["Entries", "Failures", "Options", "Rendering", "Terminal"],
        "Home": ["Failures", "Network", "Options", "Rendering", "Terminal"],
        "Insights": ["Failures", "Options", "Rendering", "Terminal"],
        "Network": ["Failures", "Terminal"],
        "Options": ["Failures", "Rendering", "Terminal"],
        "Practice": ["Failures", "Options", "Rendering", "Terminal"],
        "Relay": ["Failures", "Network", "Options", "Preferences", "Rendering", "Terminal"],
        "Rendering": ["Failures", "Terminal"],
        "Reviews": ["Failures", "Options", "Rendering", "Terminal"],
        "Store": ["Failures", "Options", "Rendering", "Terminal"],
        "Terminal": ["Failures", "Preferences"],
        "Tour": ["Failures", "Network", "Options", "Rendering", "Terminal"],
        "Undoing": ["Options", "Rendering", "Terminal"],
        "Writing": ["Failures", "Rendering", "Terminal"],
      ]),
    "AfterwitLocalCommand": Module(imports: ["AfterwitCommand"]),
    "AfterwitNetworkCommand": Module(imports: ["AfterwitCommand", "AfterwitHTTP"]),
    "AfterwitRelayCommand": Module(
      imports: [
        "AfterwitManual", "AfterwitRelay", "AfterwitRelayHTTP", "AfterwitRelaySQLite",
        "AfterwitWire",
      ],
      outside: ["ArgumentParser", "Glibc", "Logging"]),
  ]
}
