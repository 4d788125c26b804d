package io.hengwei.platform.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// UTF-8 with a byte order mark, so that Excel reads Chinese; text that a spreadsheet would take for a formula is
/// disarmed by an apostrophe.
final class CsvSheet implements Sheet {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final Writer writer;
    private final CsvWriter csv;
    private int rows;

    CsvSheet(Path file, List<String> headings) throws IOException {
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        csv = CsvWriter.builder().build(writer);
        csv.writeRecord(headings);
    }

    @Override
    public void add(List<@Nullable Object> values) {
        csv.writeRecord(values.stream().map(CsvSheet::text).toList());
        rows++;
    }

    @Override
    public void endWith(String text) {
        csv.writeRecord(text);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDateTime at -> TIME.format(at);
            case Number number -> number.toString();
            default -> disarmed(value.toString());
        };
    }

    static String disarmed(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
