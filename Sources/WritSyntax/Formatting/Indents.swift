/// Places for the lines of a construct that is no expression.
struct Indents {
    /// Its first line; what hangs in brackets is counted from here.
    let own: Place
    /// A line that goes on inside it.
    let rest: Place

    init(_ own: Place, rest: Int = 2) {
        self.own = own
        self.rest = own + rest
    }
}
