package io.hengwei.platform.document;

import io.hengwei.platform.shared.Refused;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a person's machine calls a file, made harmless: no path, no control or direction-turning characters, not too
/// long. It is only ever shown and offered as the name of a download; on our disk a file is called by its hash.
final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

    static String harmless(@Nullable String given) {
        var name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]", "")
                .strip()
                .replaceAll("^\\.+|[. ]+$", "");
        if (name.isEmpty()) throw Refused.invalid("file-name");
        return name.length() <= LONGEST ? name : shortened(name);
    }

    /// Without the dot, in small letters; empty when there is none.
    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        var extension = extension(name);
        var end = extension.isEmpty() || extension.length() > 20 ? "" : "." + extension;
        var cut = name.offsetByCodePoints(0, name.codePointCount(0, LONGEST - end.length() - 1));
        return name.substring(0, cut) + end;
    }
}
