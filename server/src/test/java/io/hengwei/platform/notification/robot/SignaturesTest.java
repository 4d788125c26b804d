package io.hengwei.platform.notification.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Against values that openssl and Python have computed.
class SignaturesTest {
    @Test
    void dingTalkSignsMillisecondsAndTheSecret() {
        assertThat(Signatures.dingTalkQuery(Instant.ofEpochMilli(1_767_603_600_123L), "SEC0123456789abcdef"))
                .isEqualTo("timestamp=1767603600123&sign=tuituAPDU4RLPhiyhQdk%2F1WwxLTny2bzmgNfJIqZlX0%3D");
    }

    @Test
    void feishuSignsNothingWithSecondsAndTheSecret() {
        assertThat(Signatures.feishu(1_767_603_600L, "Secret1"))
                .isEqualTo("2lu2JbC+m/cBWIDW7QYmhJf9VSCcJkwxvlsUjrbprzs=");
        assertThat(Signatures.feishu(1_767_603_600L, "feishu-密钥"))
                .isEqualTo("T6JGNk9ynpgfbfH45gwoZKAhKazh3HBq+WXz8aQIgms=");
    }
}
