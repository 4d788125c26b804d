package io.hengwei.platform.document;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table being written to a file, row by row.
interface Sheet extends AutoCloseable {
    void add(List<@Nullable Object> values);

    /// A last line that is no row of the list.
    void endWith(String text);

    int rows();

    @Override
    void close() throws IOException;
}
