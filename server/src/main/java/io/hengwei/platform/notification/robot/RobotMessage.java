package io.hengwei.platform.notification.robot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a group is told: plain text, so that nothing in it is ever more than text, and nobody is called by it. What is
/// longer than anybody reads in a chat is cut.
///
/// @param link a page on the web where one goes on from there; null for none
public record RobotMessage(
        String title, List<String> lines, @Nullable String link) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LINE = 500;
    private static final int MOST_LINES = 30;
    private static final int LONGEST_LINK = 1000;

    public RobotMessage {
        title = oneLine(title, LONGEST_TITLE);
        if (title.isEmpty()) throw new IllegalArgumentException("A message has a title");
        lines = lines.stream()
                .limit(MOST_LINES)
                .map(line -> oneLine(line, LONGEST_LINE))
                .toList();
        if (link != null && !(link.matches("https?://\\S+") && link.length() <= LONGEST_LINK))
            throw new IllegalArgumentException("No link for a message");
    }

    private static String oneLine(String text, int longest) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.length() <= longest) return line;
        var end = longest - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
