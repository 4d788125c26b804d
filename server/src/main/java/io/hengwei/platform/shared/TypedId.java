package io.hengwei.platform.shared;

import java.util.UUID;

/// An id that says what it identifies. Implemented by records of one `UUID value`; two converters (SQL, URL) serve them
/// all.
public interface TypedId {
    UUID value();
}
