package io.hengwei.platform.notification.robot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How providers want to be shown that a message comes from whoever knows the secret.
final class Signatures {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] NOTHING = {};

    private Signatures() {}

    /// DingTalk: the secret signs milliseconds and itself; both go into the address.
    static String dingTalkQuery(Instant at, String secret) {
        var timestamp = String.valueOf(at.toEpochMilli());
        var sign = Base64.getEncoder().encodeToString(hmac(utf8(secret), utf8(timestamp + "\n" + secret)));
        return "timestamp=" + timestamp + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8);
    }

    /// Feishu: seconds and secret are the key, and what is signed is empty.
    static String feishu(long seconds, String secret) {
        return Base64.getEncoder().encodeToString(hmac(utf8(seconds + "\n" + secret), NOTHING));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
