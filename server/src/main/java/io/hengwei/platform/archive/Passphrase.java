package io.hengwei.platform.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/// What opens an archive: words a person keeps, or the content of a key file, which is a passphrase nobody can guess.
public final class Passphrase {
    private static final int SHORTEST = 12;
    private static final int KEY_BITS = 256;

    private final char[] words;

    private Passphrase(String words) {
        this.words = words.toCharArray();
    }

    /// @param words as they were given; the key file serves where there are none
    public static Passphrase of(@Nullable String words, Path keyFile) throws IOException {
        if (words == null || words.isBlank())
            return new Passphrase(Files.readString(keyFile).strip());
        if (words.length() < SHORTEST)
            throw new Unusable(
                    "备份口令至少 " + SHORTEST + " 个字符", "the passphrase must have at least " + SHORTEST + " characters");
        return new Passphrase(words);
    }

    /// As `of`, for whoever makes an archive: a key file is made where there is neither.
    ///
    /// @param made is told when there is a new key that somebody must keep
    public static Passphrase ensured(@Nullable String words, Path keyFile, Runnable made) throws IOException {
        if ((words == null || words.isBlank()) && !Files.exists(keyFile) && make(keyFile)) made.run();
        return of(words, keyFile);
    }

    byte[] stretched(byte[] salt, int rounds) throws GeneralSecurityException {
        var spec = new PBEKeySpec(words, salt, rounds, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    /// Written beside and linked into place: nobody reads half a key, and of two that start at once one wins.
    private static boolean make(Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "backup-key", ".draft", ownerOnly);
        try {
            var random = new byte[KEY_BITS / 8];
            new SecureRandom().nextBytes(random);
            Files.writeString(draft, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
