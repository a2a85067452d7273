/// A column, counted from where a token is written, or from the margin.
struct Place {
    private(set) var token: Int?
    private(set) var offset = 0

    static let margin = Place(token: nil)

    static func under(_ token: Int) -> Place { Place(token: token) }

    /// So many columns further in.
    static func + (place: Place, columns: Int) -> Place { Place(token: place.token, offset: place.offset + columns) }
}
