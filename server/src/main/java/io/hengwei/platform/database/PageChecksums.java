package io.hengwei.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What `pg_checksums --check` does, which our binaries lack: every page of every relation of a stopped server still
/// has the
/// checksum it was written with. The sum is PostgreSQL's (`checksum_impl.h`): 32 parallel FNV-1a sums folded into one.
final class PageChecksums {
    private static final Pattern RELATION = Pattern.compile("\\d+(_(?:fsm|vm|init))?(?:\\.(\\d+))?");
    private static final int PAGE = 8192;
    private static final int PAGES_PER_SEGMENT = 131072;
    private static final int PRIME = 16777619;
    private static final int[] START = {
        0x5B1F36E9, 0xB8525960, 0x02AB50AA, 0x1DE66D2A, 0x79FF467A, 0x9BB9F8A3, 0x217E7CD2, 0x83E13D2C,
        0xF8D4474F, 0xE39EB970, 0x42C6AE16, 0x993216FA, 0x7B093B5D, 0x98DAFF3C, 0xF718902A, 0x0B1C9CDB,
        0xE58F764B, 0x187636BC, 0x5D7B3BB1, 0xE73DE7DE, 0x92BEC979, 0xCCA6C0B2, 0x304A0979, 0x85AA43D4,
        0x783125BB, 0x6CA8EAA2, 0xE407EAC6, 0x4B5CFC3E, 0x9FBF8C76, 0x15CA20BE, 0xF2CA9FD3, 0x959BD756
    };

    private PageChecksums() {}

    /// Throws at the first damaged page; answers how many pages were looked at.
    static long verify(Path pgdata) throws IOException {
        long pages = 0;
        for (var folder : List.of("base", "global")) {
            try (var files = Files.walk(pgdata.resolve(folder))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    pages += verifyRelation(file);
                }
            }
        }
        return pages;
    }

    private static long verifyRelation(Path file) throws IOException {
        var name = RELATION.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return 0;
        }
        long first = name.group(2) == null ? 0 : Long.parseLong(name.group(2)) * PAGES_PER_SEGMENT;
        long block = first;
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (byte[] bytes; (bytes = in.readNBytes(PAGE)).length == PAGE; block++) {
                if (!intact(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), (int) block)) {
                    throw new IOException("Page " + block + " of " + file + " is damaged");
                }
            }
        }
        return block - first;
    }

    /// A page that was never filled carries no checksum.
    private static boolean intact(ByteBuffer page, int block) {
        if (page.getShort(14) == 0) {
            return true;
        }
        int written = Short.toUnsignedInt(page.getShort(8));
        page.putShort(8, (short) 0);
        return written == Integer.remainderUnsigned(sum(page) ^ block, 65535) + 1;
    }

    private static int sum(ByteBuffer page) {
        var sums = START.clone();
        for (int i = 0; i < PAGE; i += 4) {
            int lane = (i >> 2) & 31;
            sums[lane] = mix(sums[lane], page.getInt(i));
        }
        int result = 0;
        for (int sum : sums) {
            result ^= mix(mix(sum, 0), 0);
        }
        return result;
    }

    private static int mix(int sum, int value) {
        int mixed = sum ^ value;
        return (mixed * PRIME) ^ (mixed >>> 17);
    }
}
