package io.hengwei.platform.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where on the web people find the page of a record: for letters and messages, which are read elsewhere.
@Component
public class PageAddresses {
    private final RecordTypes types;
    private final String address;

    /// @param address where people find the product; empty while nobody has said so
    PageAddresses(RecordTypes types, @Value("${hengwei.url:}") String address) {
        this.types = types;
        this.address = address.replaceAll("/+$", "");
    }

    /// Null while it is not known where people find the product.
    public @Nullable String of(String kind, UUID record) {
        if (address.isEmpty()) return null;
        return address + types.of(kind).path().replaceFirst("^/api", "") + "/" + record;
    }
}
