package io.hengwei.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    private static final int MEGABYTES = 2;

    @TempDir
    Path data;

    @Test
    void contentLiesUnderItsHashOnce() throws IOException {
        var store = new FileStore(data.resolve("documents"));
        for (int i = 0; i < 2; i++) {
            try (var received = store.receive(bytes(new byte[] {1, 2, 3}), MEGABYTES)) {
                store.keep(received);
                assertThat(store.path(received.sha256()))
                        .hasBinaryContent(new byte[] {1, 2, 3})
                        .endsWith(Path.of(
                                "03", "90", "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"));
            }
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void theLimitIsTakenAndOneByteMoreIsNot() throws IOException {
        var store = new FileStore(data.resolve("documents"));
        try (var received = store.receive(bytes(new byte[MEGABYTES << 20]), MEGABYTES)) {
            assertThat(received.size()).isEqualTo(MEGABYTES << 20);
        }
        assertThatThrownBy(() -> store.receive(bytes(new byte[(MEGABYTES << 20) + 1]), MEGABYTES))
                .isInstanceOf(FileTooLarge.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatBreaksOffLeavesNothingBehind() throws IOException {
        var store = new FileStore(data.resolve("documents"));
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> store.receive(new Upload("broken", broken, -1), MEGABYTES))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    private java.util.List<Path> files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Upload bytes(byte[] content) {
        return new Upload("some", new ByteArrayInputStream(content), -1);
    }
}
