package io.hengwei.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopesTest {
    private static final String SECRET = "机房交换机 admin / Q7!vlan";

    @TempDir
    Path folder;

    @Test
    void whatWasSealedOpensForItsContextAlone() {
        var envelopes = in("key.json");
        var sealed = envelopes.seal(SECRET, "totp:1");
        assertThat(envelopes.openText(sealed, "totp:1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> envelopes.open(sealed, "totp:2")).isInstanceOf(Unopenable.class);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("admin");
    }

    @Test
    void theSameValueIsSealedDifferentlyEachTime() {
        var envelopes = in("key.json");
        assertThat(envelopes.seal(SECRET, "x")).isNotEqualTo(envelopes.seal(SECRET, "x"));
    }

    @Test
    void everyAlteredByteIsNoticed() {
        var envelopes = in("key.json");
        var sealed = envelopes.seal(SECRET, "x");
        for (int i = 0; i < sealed.length; i++) {
            var altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> envelopes.open(altered, "x")).isInstanceOf(Unopenable.class);
        }
    }

    @Test
    void aNodeThatStartsLaterHasTheSameKeyAndAnotherKeyOpensNothing() {
        var sealed = in("key.json").seal(SECRET, "x");
        assertThat(in("key.json").openText(sealed, "x")).isEqualTo(SECRET);
        var stranger = in("other.json");
        assertThatThrownBy(() -> stranger.open(sealed, "x")).isInstanceOf(Unopenable.class);
    }

    @Test
    void theMasterKeyIsReadableByItsOwnerAlone() throws IOException {
        in("key.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.json"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aRotatedKeyHoldsAtOnceAndTheOldOneStillOpens() throws Exception {
        var envelopes = in("key.json");
        var old = envelopes.seal(SECRET, "x");
        assertThat(envelopes.isCurrent(old)).isTrue();
        new KeyFile(folder.resolve("key.json")).rotate();
        assertThat(envelopes.isCurrent(old)).isFalse();
        assertThat(envelopes.openText(old, "x")).isEqualTo(SECRET);
        var fresh = envelopes.seal(SECRET, "x");
        assertThat(envelopes.isCurrent(fresh)).isTrue();
        assertThat(in("key.json").openText(fresh, "x")).isEqualTo(SECRET);
        theMasterKeyIsReadableByItsOwnerAlone();
    }

    private Envelopes in(String name) {
        var key = new MasterKey(folder.resolve(name));
        key.makeIfMissing();
        return new Envelopes(key);
    }
}
