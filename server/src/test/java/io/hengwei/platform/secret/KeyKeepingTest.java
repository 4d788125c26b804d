package io.hengwei.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyKeepingTest {
    private static final String PASSPHRASE = "中心主任保管-2026!key";

    @TempDir
    Path folder;

    private Path key;
    private Path export;

    @BeforeEach
    void aKey() throws Exception {
        key = folder.resolve("secrets/master-key.json");
        export = folder.resolve("for-the-director.json");
        new KeyFile(key).create();
    }

    @Test
    void whatWasExportedOpensEverythingAgainAfterTheKeyIsLost() throws Exception {
        var sealed = envelopes().seal("口令", "x");
        keeping(PASSPHRASE).run("rotate-master-key");
        var later = envelopes().seal("口令二", "x");
        assertThat(keeping(PASSPHRASE).run("export-master-key", export.toString()))
                .isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export)))
                .isEqualTo("rw-------");
        Files.delete(key);
        assertThat(keeping(PASSPHRASE).run("import-master-key", export.toString()))
                .isZero();
        assertThat(envelopes().openText(sealed, "x")).isEqualTo("口令");
        assertThat(envelopes().openText(later, "x")).isEqualTo("口令二");
    }

    @Test
    void anotherPassphraseOrAnAlteredFileGivesNothing() throws Exception {
        keeping(PASSPHRASE).run("export-master-key", export.toString());
        Files.delete(key);
        assertThat(keeping("another passphrase").run("import-master-key", export.toString()))
                .isOne();
        Files.writeString(export, Files.readString(export).replaceFirst("\"salt\" : \"..", "\"salt\" : \"AA"));
        assertThat(keeping(PASSPHRASE).run("import-master-key", export.toString()))
                .isOne();
        Files.writeString(export, "{}");
        assertThat(keeping(PASSPHRASE).run("import-master-key", export.toString()))
                .isOne();
        assertThat(key).doesNotExist();
    }

    @Test
    void nothingIsOverwrittenAndAShortPassphraseIsRefused() throws Exception {
        var before = Files.readString(key);
        assertThat(keeping("short").run("export-master-key", export.toString())).isOne();
        assertThat(export).doesNotExist();
        keeping(PASSPHRASE).run("export-master-key", export.toString());
        assertThat(keeping(PASSPHRASE).run("export-master-key", export.toString()))
                .isOne();
        assertThat(keeping(PASSPHRASE).run("import-master-key", export.toString()))
                .isOne();
        assertThat(Files.readString(key)).isEqualTo(before);
    }

    @Test
    void theExportHoldsNoKeyInTheClear() throws Exception {
        keeping(PASSPHRASE).run("export-master-key", export.toString());
        var material = Files.readString(key).replaceAll("(?s).*\"value\":\\s*\"([^\"]+)\".*", "$1");
        assertThat(material).hasSizeGreaterThan(40).hasSizeLessThan(80);
        assertThat(Files.readString(export)).doesNotContain(material).doesNotContain(PASSPHRASE);
    }

    @Test
    void otherArgumentsStartTheProgramAndAMissingKeyIsSaid() {
        assertThat(KeyKeeping.run(new String[] {"--server.port=0"}, Map.of())).isEmpty();
        assertThat(KeyKeeping.run(new String[0], Map.of())).isEmpty();
        assertThat(KeyKeeping.run(
                        new String[] {"rotate-master-key"},
                        Map.of("HENGWEI_DATA", folder.resolve("nowhere").toString())))
                .contains(1);
        assertThat(KeyKeeping.run(
                        new String[] {"rotate-master-key"}, Map.of("HENGWEI_MASTER_KEY_FILE", key.toString())))
                .contains(0);
        assertThat(new KeyFile(key).read().size()).isEqualTo(2);
    }

    private KeyKeeping keeping(String passphrase) {
        return new KeyKeeping(new KeyFile(key), passphrase::toCharArray);
    }

    private Envelopes envelopes() {
        return new Envelopes(new MasterKey(key));
    }
}
