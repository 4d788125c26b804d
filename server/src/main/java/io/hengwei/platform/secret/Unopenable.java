package io.hengwei.platform.secret;

/// A sealed value that cannot be opened: altered, of another context, or sealed under another master key.
public class Unopenable extends IllegalStateException {
    Unopenable(Throwable cause) {
        super("A sealed value cannot be opened: it was altered, or the master key is another one", cause);
    }
}
