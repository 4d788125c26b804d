package io.hengwei.platform.archive;

import java.io.IOException;
import java.io.Serial;

/// An archive, a passphrase or a target cannot be used; one line in both languages says why. Nothing was changed.
public final class Unusable extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    Unusable(String chinese, String english) {
        super(chinese + " / " + english);
    }

    Unusable(String chinese, String english, Throwable cause) {
        super(chinese + " / " + english, cause);
    }
}
