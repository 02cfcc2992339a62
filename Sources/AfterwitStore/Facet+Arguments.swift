internal import GRDB

internal import struct Foundation.Data

extension Facet {
  /// Its name and its value, as the table of facets has them.
  var arguments: StatementArguments { [name, Data(value.utf8)] }
}
