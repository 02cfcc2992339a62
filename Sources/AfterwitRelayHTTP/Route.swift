internal import AfterwitWire
internal import HTTPTypes
internal import Hummingbird

/// Which call a request asks for; the one place where paths and methods are read.
enum Route: Equatable {
  case health, ready
  case challenge, login, found
  case append, pull, heads
  case events
  case log(device: Substring)
  case openMailbox(id: Substring)
  case closeMailbox(id: Substring)
  case leave, collect
  case unknown

  init(_ request: Request) {
    let path = request.uri.path
    switch (request.method, path) {
    case (.get, RelayCall.health): self = .health
    case (.get, RelayCall.ready): self = .ready
    case (.post, RelayCall.challenges): self = .challenge
    case (.post, RelayCall.sessions): self = .login
    case (.post, RelayCall.journals): self = .found
    case (.post, RelayCall.envelopes): self = .append
    case (.get, RelayCall.envelopes): self = .pull
    case (.get, RelayCall.heads): self = .heads
    case (.get, RelayCall.events): self = .events
    case (.post, RelayCall.mailbox): self = .leave
    case (.get, RelayCall.mailbox): self = .collect
    default: self = Self.named(request.method, path)
    }
  }

  private static func named(_ method: HTTPRequest.Method, _ path: String) -> Route {
    func last(after call: String) -> Substring? {
      path.hasPrefix(call + "/") ? path.dropFirst(call.utf8.count + 1) : nil
    }
    if method == .get, let device = last(after: RelayCall.logs) { return .log(device: device) }
    guard let id = last(after: RelayCall.mailboxes) else { return .unknown }
    if method == .put { return .openMailbox(id: id) }
    if method == .delete { return .closeMailbox(id: id) }
    return .unknown
  }

  /// Whether it is for whoever watches over the relay.
  var isWatch: Bool { self == .health || self == .ready }

  /// What its query names, in this order; none has no query.
  var queryNames: [String] {
    switch self {
    case .pull, .collect: ["after"]
    case .log: ["from", "to"]
    default: []
    }
  }

  /// The form of its query, for a person.
  var queryForm: String {
    queryNames.isEmpty
      ? "This call takes no query."
      : "This call takes ?\(queryNames.map { $0 + "=…" }.joined(separator: "&"))."
  }

  /// The call's name in logs, which hold no ids.
  var name: String {
    switch self {
    case .health: "health"
    case .ready: "ready"
    case .challenge: "challenge"
    case .login: "login"
    case .found: "found"
    case .append: "append"
    case .pull: "pull"
    case .heads: "heads"
    case .events: "events"
    case .log: "log"
    case .openMailbox: "open mailbox"
    case .closeMailbox: "close mailbox"
    case .leave: "leave"
    case .collect: "collect"
    case .unknown: "unknown"
    }
  }
}
