package io.hengwei.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/// Envelope encryption: each value is sealed with a fresh AES-256-GCM key, and that key with the master key, which lies
/// outside the database (SYS-21, SYS-34). A value opens only for the context it was sealed for, so that no sealed value
/// can be put in the place of another.
@Component
public class Envelopes {
    /// An envelope begins with the length of its sealed key (four bytes), and that with the id of the master key behind
    /// one byte: the form that Tink documents.
    private static final int KEY_ID = 5;

    private final MasterKey master;
    private final Aead envelope;

    Envelopes(MasterKey master) {
        this.master = master;
        try {
            AeadConfig.register();
            envelope = KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, following(master));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The master key as it stands in its file at the moment of use.
    private static Aead following(MasterKey master) {
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
                return master.aead().encrypt(plain, associated);
            }

            @Override
            public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
                return master.aead().decrypt(sealed, associated);
            }
        };
    }

    /// @param context whose value this is, and what for: `totp:<person>`; never secret
    public byte[] seal(byte[] plain, String context) {
        try {
            return envelope.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /// @throws Unopenable when it was altered, sealed for another context, or under a master key that is not here
    public byte[] open(byte[] sealed, String context) {
        try {
            return envelope.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Unopenable(e);
        }
    }

    /// Whether it lies under the key that seals now, and not under one that was rotated out.
    boolean isCurrent(byte[] sealed) {
        return sealed.length > KEY_ID + Integer.BYTES && ByteBuffer.wrap(sealed).getInt(KEY_ID) == master.primary();
    }

    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }
}
