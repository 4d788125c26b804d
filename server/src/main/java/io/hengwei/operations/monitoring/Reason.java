package io.hengwei.operations.monitoring;

/// Why an alert met its fate, where the fate does not say it; kept as its name, with details behind a colon where there
/// are some.
enum Reason {
    /// opened, but its severity is none of the source's and was taken as 3
    UNKNOWN_SEVERITY,
    /// its severity asks for nobody
    INFORMATIONAL,
    /// over, but nothing was open
    NO_OPEN_ALERT,
    /// told late: the source has already said that this very occurrence is over
    ALREADY_OVER,
    /// over, but somebody works on its incident or has resolved it
    BEING_HANDLED,
    /// the source's rule only annotates
    RULE,
    /// counted; its incident was merged into another
    MERGED,
    /// neither firing nor resolved
    UNKNOWN_STATUS,
    /// not what an Alertmanager sends
    MALFORMED,
    TOO_LARGE,
    /// the incident was refused
    REFUSED,
    UNEXPECTED;

    String with(String detail) {
        var text = name() + ": " + detail;
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
