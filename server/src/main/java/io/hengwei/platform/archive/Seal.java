package io.hengwei.platform.archive;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/// Encryption of an archive: AES-256-GCM in segments of a megabyte (Tink), so that a changed, missing or exchanged byte
/// is noticed before anything after it is believed. The head says how the key is stretched from the passphrase, and
/// holds a check by which a wrong one is told from a damaged file.
final class Seal {
    private static final byte[] MAGIC = "HENGWEI1".getBytes(StandardCharsets.US_ASCII);
    private static final String MAC = "HmacSha256";
    private static final int SALT = 16;
    private static final int CHECK = 16;
    private static final int HEAD = MAGIC.length + SALT + Integer.BYTES + CHECK;
    private static final int KEY = 32;
    private static final int SEGMENT = 1 << 20;

    /// As many rounds as OWASP asks of PBKDF2 with SHA-256: half a second, once for an archive.
    private static final int ROUNDS = 600_000;

    private static final int MOST_ROUNDS = 10_000_000;

    private Seal() {}

    static OutputStream sealing(OutputStream out, Passphrase passphrase) throws IOException {
        try {
            var salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            var master = passphrase.stretched(salt, ROUNDS);
            var head = ByteBuffer.allocate(HEAD)
                    .put(MAGIC)
                    .put(salt)
                    .putInt(ROUNDS)
                    .put(derived(master, "check", CHECK))
                    .array();
            out.write(head);
            return cipher(master).newEncryptingStream(out, head);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static InputStream opening(InputStream in, Passphrase passphrase) throws IOException {
        var head = in.readNBytes(HEAD);
        if (head.length < HEAD || !Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length)))
            throw new Unusable("这不是恒维的备份文件", "this is no backup of Hengwei");
        var fields = ByteBuffer.wrap(head, MAGIC.length, HEAD - MAGIC.length);
        var salt = new byte[SALT];
        fields.get(salt);
        int rounds = fields.getInt();
        var check = new byte[CHECK];
        fields.get(check);
        if (rounds < 1 || rounds > MOST_ROUNDS) throw Archive.damaged(null);
        try {
            var master = passphrase.stretched(salt, rounds);
            if (!MessageDigest.isEqual(check, derived(master, "check", CHECK)))
                throw new Unusable(
                        "口令或密钥文件与此备份不符", "the passphrase or key file is not the one this backup was sealed with");
            return cipher(master).newDecryptingStream(in, head);
        } catch (GeneralSecurityException e) {
            throw Archive.damaged(e);
        }
    }

    private static StreamingAead cipher(byte[] master) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(derived(master, "archive", KEY), MAC, KEY, SEGMENT, 0);
    }

    private static byte[] derived(byte[] master, String what, int size) throws GeneralSecurityException {
        return Hkdf.computeHkdf(MAC, master, new byte[0], what.getBytes(StandardCharsets.US_ASCII), size);
    }
}
