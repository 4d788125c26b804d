package io.hengwei.platform.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// One Excel sheet; text is written as text, so nothing in it is ever a formula.
final class ExcelSheet implements Sheet {
    private static final int LONGEST_CELL = 32_767;
    private static final int FLUSHED_EVERY = 1_000;

    private final OutputStream out;
    private final Workbook book;
    private final Worksheet sheet;
    private int line;
    private int rows;

    ExcelSheet(Path file, List<String> headings) throws IOException {
        out = Files.newOutputStream(file);
        book = new Workbook(out, "Hengwei", "1.0");
        sheet = book.newWorksheet("Sheet1");
        sheet.freezePane(0, 1);
        for (int i = 0; i < headings.size(); i++) {
            sheet.inlineString(0, i, headings.get(i));
            sheet.style(0, i).bold().set();
            sheet.width(i, 18);
        }
        line = 1;
    }

    @Override
    public void add(List<@Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) cell(i, values.get(i));
        rows++;
        next();
    }

    @Override
    public void endWith(String text) {
        sheet.inlineString(line, 0, text);
        next();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            book.finish();
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDateTime at -> {
                sheet.value(line, column, at);
                sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
            }
            case Number number -> sheet.value(line, column, number);
            default -> sheet.inlineString(line, column, shortened(value.toString()));
        }
    }

    private void next() {
        line++;
        if (line % FLUSHED_EVERY != 0) return;
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
    }
}
