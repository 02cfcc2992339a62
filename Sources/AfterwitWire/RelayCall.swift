/// The path of each call of the relay's HTTP binding, for both sides (Protocol/6-relay, "The HTTP
/// binding").
public enum RelayCall {
  /// `POST`: asks for a challenge.
  public static let challenges = "/v1/challenges"
  /// `POST`: answers a challenge, gives a token.
  public static let sessions = "/v1/sessions"
  /// `POST`: brings a journal to the relay with an operator's code, gives a token.
  public static let journals = "/v1/journals"
  /// `POST` appends a page; `GET ?after=CURSOR` pulls one.
  public static let envelopes = "/v1/envelopes"
  /// `GET`: the tips of every log.
  public static let heads = "/v1/heads"
  /// `GET`: a stream of events, one whenever the order has grown.
  public static let events = "/v1/events"
  /// `GET /v1/logs/DEVICE?from=N&to=N`: a part of one log, both ends inclusive.
  public static let logs = "/v1/logs"
  /// `PUT /v1/mailboxes/ID` opens a mailbox, `DELETE` closes it.
  public static let mailboxes = "/v1/mailboxes"
  /// `POST` leaves a message in the mailbox of the token, `GET ?after=N` collects those after N.
  public static let mailbox = "/v1/mailbox"
  /// `GET`: whether the relay is alive, for its operator.
  public static let health = "/healthz"

  /// `GET`: whether the relay can store, for its operator.
  public static let ready = "/readyz"

  /// The header of every answer: the relay's generation in hexadecimal.
  public static let generationHeader = "afterwit-generation"
  /// The header of a refusal: its ``RelayRefusal`` in words.
  public static let refusalHeader = "afterwit-refusal"
  /// The header of the refusal `out`: the ids of those who shut the device out, in hexadecimal,
  /// joined by commas.
  public static let outByHeader = "afterwit-out-by"
  /// The header of a stream of events: after how many seconds at most something is written.
  public static let heartbeatHeader = "afterwit-heartbeat"
  /// The media type of every body.
  public static let mediaType = "application/vnd.afterwit"
  /// The media type of a stream of events.
  public static let eventMediaType = "text/event-stream"
}

/// Why a relay did not do what a well-formed request asked.
public enum RelayRefusal: String, Error, Hashable, Sendable, CaseIterable {
  /// 400: the request is malformed.
  case malformed
  /// 401: no session, or one that has ended.
  case unauthorized
  /// 403: the operator's code is wrong or used.
  case code
  /// 403: the device was shut out of its journal.
  case out
  /// 404: no such journal, member or mailbox for this caller; which one is not said.
  case unknown
  /// 404: no call has this method and path, so the address is not the relay's.
  case path
  /// 409: the cursor is not of this relay's order.
  case cursor
  /// 421: the relay is not known by the address that was dialled.
  case address
  /// 413: the request is larger than the relay takes.
  case tooLarge = "too-large"
  /// 429: too many requests, messages or mailboxes.
  case tooMany = "too-many"
  /// 503: the relay is stopping or its storage is busy.
  case busy
  /// 507: the relay's disk is full.
  case full

  /// The HTTP status that carries the refusal.
  public var status: Int {
    switch self {
    case .malformed: 400
    case .unauthorized: 401
    case .code, .out: 403
    case .unknown, .path: 404
    case .cursor: 409
    case .tooLarge: 413
    case .address: 421
    case .tooMany: 429
    case .busy: 503
    case .full: 507
    }
  }
}
