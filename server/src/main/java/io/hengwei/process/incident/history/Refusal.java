package io.hengwei.process.incident.history;

import java.util.List;

/// A row that was not taken.
///
/// @param original as it stood in the file
record Refusal(long line, String reason, String detail, String original) {
    private static final int LONGEST = 4_000;

    static Refusal of(long line, Rejected why, List<String> cells, String delimiter) {
        return new Refusal(line, why.reason(), shortened(why.detail()), shortened(text(cells, delimiter)));
    }

    private static String text(List<String> cells, String delimiter) {
        return String.join(
                delimiter, cells.stream().map(cell -> quoted(cell, delimiter)).toList());
    }

    private static String quoted(String cell, String delimiter) {
        var plain =
                !cell.contains(delimiter) && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String shortened(String text) {
        var clean = text.replace("\0", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
