package io.hengwei.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// The master key for safekeeping: Tink's encrypted key set, under a key derived from a passphrase. The file goes to
/// one place and the passphrase to another (the director).
record KeyExport(String content, String derivation, int iterations, String salt, String keys) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTENT = "hengwei-master-key";
    private static final String DERIVATION = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    static String seal(KeysetHandle keys, char[] passphrase) throws GeneralSecurityException {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var sealed = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                keys, under(passphrase, DERIVATION, ITERATIONS, salt), CONTENT.getBytes(StandardCharsets.UTF_8));
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new KeyExport(
                        CONTENT, DERIVATION, ITERATIONS, Base64.getEncoder().encodeToString(salt), sealed));
    }

    /// @throws GeneralSecurityException when the passphrase is another one, or the file was altered
    static KeysetHandle open(String file, char[] passphrase) throws GeneralSecurityException {
        AeadConfig.register();
        var export = JSON.readValue(file, KeyExport.class);
        if (!CONTENT.equals(export.content()) || !DERIVATION.equals(export.derivation()))
            throw new GeneralSecurityException("This is no exported master key");
        var salt = Base64.getDecoder().decode(export.salt());
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                export.keys(),
                under(passphrase, export.derivation(), export.iterations(), salt),
                CONTENT.getBytes(StandardCharsets.UTF_8));
    }

    private static Aead under(char[] passphrase, String derivation, int iterations, byte[] salt)
            throws GeneralSecurityException {
        var question = new PBEKeySpec(passphrase, salt, iterations, KEY_BITS);
        var key = SecretKeyFactory.getInstance(derivation)
                .generateSecret(question)
                .getEncoded();
        try {
            return new AesGcmJce(key);
        } finally {
            question.clearPassword();
            Arrays.fill(key, (byte) 0);
        }
    }
}
